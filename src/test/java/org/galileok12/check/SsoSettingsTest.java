package org.galileok12.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever sets single sign-on up is told what is missing, in the words of the environment. */
class SsoSettingsTest {

    private static final Map<String, String> RIGHT = Map.of(
            "galileo.sso.login-url", "https://app.galileo.example/login",
            "galileo.sso.public-url", "https://clever.galileo.example/");

    @Test
    void without_a_login_address_nothing_is_needed() {
        assertThat(problems(Map.of("galileo.sso.public-url", "nonsense"))).isEmpty();
        assertThat(problems(Map.of("galileo.sso.login-url", " "))).isEmpty();
    }

    @Test
    void two_addresses_are_enough() {
        assertThat(problems(RIGHT)).isEmpty();
    }

    @Test
    void the_public_address_is_asked_for() {
        assertThat(problems(Map.of("galileo.sso.login-url", "https://app.galileo.example/login")))
                .singleElement()
                .asString()
                .startsWith("GALILEO_PUBLIC_URL is not set");
    }

    @ParameterizedTest
    @CsvSource({
        "galileo.sso.public-url, http://clever.galileo.example, GALILEO_PUBLIC_URL",
        "galileo.sso.public-url, http://localhost:8080, GALILEO_PUBLIC_URL",
        "galileo.sso.public-url, https://clever.galileo.example/sub, GALILEO_PUBLIC_URL",
        "galileo.sso.public-url, https://user@clever.galileo.example, GALILEO_PUBLIC_URL",
        "galileo.sso.public-url, clever.galileo.example, GALILEO_PUBLIC_URL",
        "galileo.sso.login-url, http://app.galileo.example/login, GALILEO_LOGIN_URL",
        "galileo.sso.login-url, https://app.galileo.example/login?x=1, GALILEO_LOGIN_URL",
        "galileo.sso.login-url, javascript:alert(1), GALILEO_LOGIN_URL",
        "galileo.sso.oidc, yes, GALILEO_SSO_OIDC",
        "galileo.sso.plain-http, 1, GALILEO_SSO_PLAIN_HTTP",
        "galileo.sso.plain-http, true, GALILEO_SSO_PLAIN_HTTP"
    })
    void a_wrong_one_is_named(String property, String value, String variable) {
        var settings = new HashMap<>(RIGHT);
        settings.put(property, value);

        assertThat(problems(settings)).singleElement().asString().startsWith(variable + " is ");
    }

    @ParameterizedTest
    @CsvSource({
        "galileo.sso.logins-at-once, many, GALILEO_SSO_LOGINS_AT_ONCE",
        "galileo.sso.logins-at-once, 0, GALILEO_SSO_LOGINS_AT_ONCE",
        "galileo.sso.logins-waiting, -1, GALILEO_SSO_LOGINS_WAITING",
        "server.tomcat.threads.max, 2e2, SERVER_TOMCAT_THREADS_MAX"
    })
    void a_number_that_is_none_is_named(String property, String value, String variable) {
        var settings = threads("200");
        settings.put(property, value);

        assertThat(problems(settings)).singleElement().asString().startsWith(variable + " is '" + value + "'.");
    }

    @Test
    void logins_leave_threads_for_everything_else() {
        assertThat(problems(threads("190"))).isEmpty();
        assertThat(problems(threads("189")))
                .containsExactly("SERVER_TOMCAT_THREADS_MAX is 189, too few for GALILEO_SSO_LOGINS_AT_ONCE (150),"
                        + " GALILEO_SSO_LOGINS_WAITING (20) and 20 for everything else. Set it to 190 or more, or one"
                        + " of these two to less.");
    }

    private static HashMap<String, String> threads(String threads) {
        var settings = new HashMap<>(RIGHT);
        settings.put("galileo.sso.logins-at-once", "150");
        settings.put("galileo.sso.logins-waiting", "20");
        settings.put("server.tomcat.threads.max", threads);
        return settings;
    }

    @Test
    void localhost_needs_no_tls_where_it_is_said_so() {
        var settings = new HashMap<>(RIGHT);
        settings.put("galileo.sso.public-url", "http://localhost:8080");
        settings.put("galileo.sso.plain-http", "true");

        assertThat(problems(settings)).isEmpty();
    }

    private static List<String> problems(Map<String, String> settings) {
        return new SsoSettings(settings::get).problems();
    }
}
