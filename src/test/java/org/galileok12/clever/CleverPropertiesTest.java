package org.galileok12.clever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class CleverPropertiesTest {

    @Test
    void the_secret_is_not_part_of_the_text_form() {
        assertThat(properties("id-canary", "secret-canary", "https://api.clever.com", "v3.1", 2000)
                        .toString())
                .doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''  | https://api.clever.com | v3.1 | 2000  | CLEVER_CLIENT_ID is not set",
                "app | http://api.clever.com  | v3.1 | 2000  | must begin with https://",
                "app | api.clever.com         | v3.1 | 2000  | must be scheme, host",
                "app | https://a.b/v3.1       | v3.1 | 2000  | must be scheme, host",
                "app | https://api.clever.com | v2.1 | 2000  | Known: v3.0, v3.1",
                "app | https://api.clever.com | v3.1 | 10001 | 1 to 10000 records"
            })
    void a_wrong_setting_is_one_sentence(String id, String api, String version, int size, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(id, "secret", api, version, size))
                .withMessageContaining(sentence);
    }

    private static CleverProperties properties(String id, String secret, String api, String version, int size) {
        Duration second = Duration.ofSeconds(1);
        return new CleverProperties(
                id,
                secret,
                URI.create(api),
                URI.create("http://localhost:8080"),
                version,
                size,
                10,
                second,
                second,
                second,
                DataSize.ofMegabytes(1),
                1,
                1,
                second,
                second,
                second,
                second,
                "test");
    }
}
