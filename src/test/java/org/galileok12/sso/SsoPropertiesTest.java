package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** What must not start. */
class SsoPropertiesTest {

    private static final String HTTPS = "https://clever.galileo.test";

    @ParameterizedTest
    @ValueSource(strings = {HTTPS, "https://localhost:8080", "http://clever.galileo.test"})
    void cookies_without_secure_are_for_plain_http_on_localhost_only(String publicUrl) {
        assertThatThrownBy(() -> properties(publicUrl, true, 150, 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GALILEO_SSO_PLAIN_HTTP");
        assertThat(properties("http://localhost:8080", true, 150, 20).isOn()).isTrue();
    }

    @Test
    void logins_leave_threads_for_everything_else() {
        assertThatCode(() -> properties(HTTPS, false, 150, 20).requireFewerThan(190))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> properties(HTTPS, false, 150, 20).requireFewerThan(189))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("galileo.sso.logins-at-once is 150 and galileo.sso.logins-waiting 20, but"
                        + " server.tomcat.threads.max is 189. Logins must leave 20 threads for everything else.");
    }

    private static SsoProperties properties(String publicUrl, boolean plainHttp, int loginsAtOnce, int loginsWaiting) {
        var time = Duration.ofSeconds(5);
        return new SsoProperties(
                publicUrl,
                "https://app.galileo.test/login",
                List.of(),
                false,
                plainHttp,
                time,
                time,
                time,
                5,
                loginsAtOnce,
                loginsWaiting,
                time,
                time,
                time,
                DataSize.ofMegabytes(1));
    }
}
