package org.galileok12.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SsoRulesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8082/login", "http://127.0.0.1:1/login", "http://localhost:65535/login"})
    void the_delivered_file_lets_the_own_machine_try_it_at_any_port(String address) {
        assertThat(delivered().isLoginUrl(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.galileo.example/login",
                "http://localhost:*/login",
                "http://localhost/login",
                "http://localhost:8082/login/",
                "http://localhost:8082@evil.example/login",
                "http://localhost:0/login",
                "http://localhost.evil.example:80/login",
                "http://localhost:80/login#",
                ""
            })
    void an_address_that_is_not_listed_is_none_of_the_products(String address) {
        assertThat(delivered().isLoginUrl(address)).isFalse();
    }

    @Test
    void an_address_is_compared_letter_for_letter() {
        var rules = load("login-urls: ['https://a.example/login', 'https://b.example:8443/']");

        assertThat(rules.isLoginUrl("https://a.example/login")).isTrue();
        assertThat(rules.isLoginUrl("https://b.example:8443/")).isTrue();
        assertThat(rules.isLoginUrl("https://a.example/LOGIN")).isFalse();
        assertThat(rules.isLoginUrl("https://axexample/login")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            login-urls: []                                  | must have at least 1 items
            login-urls: [http://app.galileo.example/login]  | does not match the regex pattern
            login-urls: ['https://*/login']                 | does not match the regex pattern
            login-urls: ['https://a.example:*/login']       | does not match the regex pattern
            login-urls: ['https://me@a.example/login']      | does not match the regex pattern
            login-urls: ['https://a.example']               | does not match the regex pattern
            login-urls: ['https://a.example/login?x=1']     | does not match the regex pattern
            login-urls: ['http://localhost.evil.example/']  | does not match the regex pattern
            return-paths: [classes]                         | does not match the regex pattern
            return-paths: [/**/x]                           | does not match the regex pattern
            return-paths: [/a/../b]                         | does not match the regex pattern
            return-paths: [//evil.example]                  | does not match the regex pattern
            return-paths: [/classes/]                       | does not match the regex pattern
            return-paths: ['/classes?x=1']                  | does not match the regex pattern
            return-path: [/]                                | property 'return-path' is not defined
            """)
    void a_mistake_is_named_with_its_line(String line, String sentence) {
        assertThatThrownBy(() -> load(line))
                .isInstanceOfSatisfying(
                        BrokenRules.class,
                        broken -> assertThat(broken.findings()).anySatisfy(finding -> {
                            assertThat(finding.sentence()).contains(sentence);
                            assertThat(finding.line()).isEqualTo(1);
                        }));
    }

    private static SsoRules delivered() {
        return SsoRules.load(Delivered.RULES.resolve("sso.yaml"));
    }

    private SsoRules load(String line) {
        var login = line.startsWith("login-urls") ? "" : "\nlogin-urls: [https://a.example/login]";
        var paths = line.startsWith("return-paths") ? "" : "\nreturn-paths: [/]";
        return SsoRules.load(Delivered.variant(folder, "sso.yaml", line + login + paths + "\n"));
    }
}
