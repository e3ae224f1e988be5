package org.galileok12.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Checks the settings that come from outside. Each problem is one sentence that names the environment variable and what
 * to set; it never shows a password or secret.
 */
public final class EnvironmentCheck {

    private static final Pattern USER = Pattern.compile("[^\\p{Cntrl}:]{1,100}");
    /** Bounded: whoever guesses passwords must not make a look at one take minutes, or all memory. */
    private static final Pattern PASSWORD_HASH = Pattern.compile(
            "\\$2[aby]\\$1[0-6]\\$[./A-Za-z0-9]{53}"
                    + "|\\$argon2(?:id?|d)\\$v=19\\$m=[1-9]\\d{0,5},t=[1-9]\\d?,p=[1-9]\\d?\\$[+/A-Za-z0-9]{11,86}\\$[+/A-Za-z0-9]{22,86}");

    private final UnaryOperator<@Nullable String> properties;
    private final List<String> problems = new ArrayList<>();

    /** @param properties finds a setting by its property name, such as {@code clever.client-id}; null when it is not set */
    public EnvironmentCheck(UnaryOperator<@Nullable String> properties) {
        this.properties = properties;
    }

    /** In the order in which a person would set them; empty when all is well. */
    public List<String> problems() {
        problems.clear();
        required("clever.client-id", "Set it to the client id of the application in Clever's developer dashboard.");
        required(
                "clever.client-secret",
                "Set it to the client secret of the application in Clever's developer dashboard.");
        webAddress("clever.api-url", "https://api.clever.com");
        webAddress("clever.oauth-url", "https://clever.com");
        apiVersion();
        number("clever.page-size", 1, 10_000);
        number("clever.max-pages", 1, Integer.MAX_VALUE);
        number("clever.retries", 0, 100);
        number("management.server.port", -1, 65_535);
        number("server.port", -1, 65_535);
        number("sync.journal-values-days", 1, 36_500);
        retention();
        problems.addAll(new SyncSettings(properties).problems());
        account("operator", "the operator use the API");
        account("product", "the product ask who is active");
        sameName();
        problems.addAll(new SsoSettings(properties).problems());
        database();
        routes();
        return List.copyOf(problems);
    }

    /** The routes folder, which need not exist. */
    public Path routesFolder() {
        var folder = value("routes.dir");
        return Path.of(folder == null || folder.isBlank() ? "routes" : folder);
    }

    /** Blank: districts that have left are kept for ever. */
    private void retention() {
        var days = value("sync.retention-days");
        if (days != null && !days.isBlank()) {
            number("sync.retention-days", 1, 36_500);
        }
    }

    /** Neither the name nor the hash is shown: people mix them up. */
    private void account(String whose, String purpose) {
        var user = String.valueOf(Objects.requireNonNullElse(value("galileo." + whose + ".user"), ""));
        var hash = String.valueOf(Objects.requireNonNullElse(value("galileo." + whose + ".password-hash"), ""));
        var name = variable("galileo." + whose + ".user");
        var hashName = variable("galileo." + whose + ".password-hash");
        if (user.isBlank() != hash.isBlank()) {
            problems.add((user.isBlank() ? name : hashName) + " is not set. Set both to let " + purpose
                    + ", or neither to keep it shut.");
        } else if (!user.isBlank() && !USER.matcher(user).matches()) {
            problems.add(name + " is not the name of an account. Set it to 1 to 100 characters without a colon.");
        } else if (!hash.isBlank() && !PASSWORD_HASH.matcher(hash).matches()) {
            problems.add(hashName + " is not a bcrypt hash of cost 10 to 16, nor an Argon2 hash."
                    + " Set it to the output of: htpasswd -nBC 12 " + whose + ", without the name and the colon.");
        }
    }

    private void sameName() {
        var operator = value("galileo.operator.user");
        if (operator != null && !operator.isBlank() && operator.equals(value("galileo.product.user"))) {
            problems.add("GALILEO_PRODUCT_USER is the operator's name. Give the product an account of its own.");
        }
    }

    private void database() {
        if (required("spring.datasource.url", "Set it to jdbc:postgresql://host:5432/database.")) {
            // Not shown: a URL may hold the password.
            if (Driver.parseURL(String.valueOf(value("spring.datasource.url")), null) == null) {
                problems.add("SPRING_DATASOURCE_URL is not the address of a PostgreSQL database."
                        + " Set it to jdbc:postgresql://host:5432/database.");
            }
        }
        required("spring.datasource.username", "Set it to the database user.");
        if (value("spring.datasource.password") == null) {
            problems.add("SPRING_DATASOURCE_PASSWORD is not set. Set it to the database user's password.");
        }
    }

    private void routes() {
        var folder = routesFolder();
        if (!folder.toFile().isDirectory()) {
            problems.add(
                    "There is no routes folder " + folder + ". Set ROUTES_DIR to the folder that holds the routes.");
        } else if (Folder.files(folder, ".camel.yaml").isEmpty()) {
            problems.add("The routes folder " + folder
                    + " holds no file *.camel.yaml. Set ROUTES_DIR to the folder that holds the routes.");
        }
    }

    private boolean required(String property, String whatToSet) {
        var value = value(property);
        if (value == null || value.isBlank()) {
            problems.add(variable(property) + " is not set. " + whatToSet);
            return false;
        }
        return true;
    }

    private void webAddress(String property, String example) {
        var value = value(property);
        if (value != null && !isWebAddress(value)) {
            problems.add(
                    variable(property) + " is not a web address that begins with https:// (http:// only for localhost)."
                            + " Set it to one like " + example + ".");
        }
    }

    /** Without TLS only on this machine: tokens and secrets go there. */
    private static boolean isWebAddress(String value) {
        try {
            var uri = new URI(value);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && SsoSettings.LOCAL.contains(uri.getHost()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void apiVersion() {
        var value = value("clever.api-version");
        if (value != null && !List.of("v3.0", "v3.1").contains(value)) {
            problems.add("CLEVER_API_VERSION is '" + value + "'. Set it to v3.1 or v3.0.");
        }
    }

    private void number(String property, long smallest, long largest) {
        var value = value(property);
        if (value == null || (value.matches("-?\\d{1,10}") && isBetween(Long.parseLong(value), smallest, largest))) {
            return;
        }
        problems.add(variable(property) + " is '" + value + "'. Set it to a whole number from " + smallest + " to "
                + largest + ".");
    }

    private static boolean isBetween(long number, long smallest, long largest) {
        return smallest <= number && number <= largest;
    }

    private @Nullable String value(String property) {
        return properties.apply(property);
    }

    static String variable(String property) {
        return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
