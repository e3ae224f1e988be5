package org.galileok12.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.galileok12.rules.BrokenRules;
import org.galileok12.rules.SsoRules;
import org.galileok12.sso.SigningKeys;
import org.springframework.core.env.Environment;

/** Checks before the start what a hand-off needs: keys that sign, and a login address of the allow-list. Immutable. */
final class SingleSignOn {

    private final Environment environment;
    private final Path routesFolder;

    SingleSignOn(Environment environment, Path routesFolder) {
        this.environment = environment;
        this.routesFolder = routesFolder;
    }

    /** Empty where nobody signs in on this node. */
    Optional<Area> checked() {
        var loginUrl = setting("galileo.sso.login-url");
        if (loginUrl.isEmpty()) {
            return Optional.empty();
        }
        var keys = keys();
        var problems = new ArrayList<>(SigningKeys.problems(keys));
        address(loginUrl).ifPresent(problems::add);
        var seen = keys.size() + (keys.size() == 1 ? " key" : " keys") + "; the login address is on the list";
        return Optional.of(Area.of("single sign-on", seen, problems, ExitCode.USAGE));
    }

    /** A file that cannot be used is told of with the other rules. */
    private Optional<String> address(String loginUrl) {
        try {
            return SsoRules.load(routesFolder.resolve("rules/sso.yaml")).problem(loginUrl);
        } catch (BrokenRules e) {
            return routesFolder.resolve("rules/sso.yaml").toFile().exists()
                    ? Optional.empty()
                    : Optional.of("There is no file " + routesFolder.resolve("rules/sso.yaml")
                            + ", the list of addresses at which people may log in.");
        }
    }

    private List<Path> keys() {
        return Arrays.stream(setting("galileo.sso.keys").split(","))
                .map(String::strip)
                .filter(file -> !file.isEmpty())
                .map(Path::of)
                .toList();
    }

    private String setting(String property) {
        return environment.getProperty(property, "").strip();
    }
}
