package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.galileok12.check.RoutesFolder;
import org.galileok12.sso.KeyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class SingleSignOnTest {

    private static final String LOGIN_URL = "http://localhost:8082/login";
    private static final Path ROUTES = Path.of("routes");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void where_nobody_signs_in_nothing_is_checked() {
        assertThat(new SingleSignOn(new MockEnvironment(), ROUTES).checked()).isEmpty();
        assertThat(new SingleSignOn(settings("  ", "none.pem"), ROUTES).checked())
                .isEmpty();
    }

    @Test
    void keys_that_sign_and_an_address_of_the_list_are_fine() {
        var keys = KeyFiles.rsa(folder, "a.pem") + " , " + KeyFiles.rsa(folder, "b.pem");

        assertThat(new SingleSignOn(settings(LOGIN_URL, keys), ROUTES).checked())
                .hasValue(Area.of(
                        "single sign-on", "2 keys; the login address is on the list", List.of(), ExitCode.USAGE));
    }

    @Test
    void every_mistake_is_told_at_once() {
        var address = "https://app.galileo.example/login";

        assertThat(problems(ROUTES, address, ""))
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("GALILEO_SSO_KEYS is not set."))
                .anyMatch(
                        problem -> problem.equals("GALILEO_LOGIN_URL is not among login-urls in routes/rules/sso.yaml."
                                + " Add it there, or set it to one that is."));
    }

    @Test
    void a_folder_without_the_list_is_told_of() {
        assertThat(problems(folder, LOGIN_URL, KeyFiles.rsa(folder, "a.pem").toString()))
                .singleElement()
                .asString()
                .startsWith("There is no file " + folder.resolve("rules/sso.yaml"));
    }

    @Test
    void a_broken_key_keeps_the_service_from_starting_and_no_command(CapturedOutput output) {
        assertThat(startLines(Mode.SERVE)).anyMatch(line -> line.contains("none.pem"));
        assertThat(startLines(Mode.CHECK)).anyMatch(line -> line.contains("none.pem"));
        assertThat(output).doesNotContain("none.pem");

        assertThat(startLines(Mode.SYNC))
                .anyMatch(line -> line.contains("database"))
                .noneMatch(line -> line.contains("none.pem"));
        assertThat(output)
                .contains(
                        "Single sign-on could not be served: There is no key file " + folder.resolve("none.pem") + ".");
    }

    /** What stands against a start with a broken key and without a database. */
    private List<String> startLines(Mode mode) {
        var context = new GenericApplicationContext();
        context.setEnvironment(settings(LOGIN_URL, folder.resolve("none.pem").toString())
                .withProperty("galileo.sso.public-url", "https://clever.galileo.test")
                .withProperty("clever.client-id", "an-id")
                .withProperty("clever.client-secret", "a-secret")
                .withProperty("spring.datasource.url", "jdbc:postgresql://localhost:1/none")
                .withProperty("spring.datasource.username", "postgres")
                .withProperty("spring.datasource.password", "postgres")
                .withProperty("routes.dir", ROUTES.toString()));
        return catchThrowableOfType(CannotStart.class, () -> new Preflight(mode).initialize(context))
                .lines();
    }

    @Test
    void check_prints_them() {
        var routes = new RoutesFolder(folder);
        var run = new CommandRun(routes.path(), "jdbc:postgresql://localhost:1/none")
                .with("galileo.sso.login-url", LOGIN_URL)
                .with("galileo.sso.keys", folder.resolve("none.pem").toString())
                .run("check");

        assertThat(run.out())
                .contains("wrong  single sign-on")
                .contains("There is no key file " + folder.resolve("none.pem") + ". Correct GALILEO_SSO_KEYS.");
        assertThat(run.exitCode()).isNotZero();
    }

    private static List<String> problems(Path routes, String loginUrl, String keys) {
        return new SingleSignOn(settings(loginUrl, keys), routes)
                .checked()
                .orElseThrow()
                .problems();
    }

    private static MockEnvironment settings(String loginUrl, String keys) {
        return new MockEnvironment()
                .withProperty("galileo.sso.login-url", loginUrl)
                .withProperty("galileo.sso.keys", keys);
    }
}
