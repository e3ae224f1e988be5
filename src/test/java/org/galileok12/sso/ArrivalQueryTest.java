package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no browser's own code would send, so that no browser of a test can. */
class ArrivalQueryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=a&state=%zz",
                "code=a&state=%",
                "code=a&state=%4",
                "code=a&state=%+1",
                "code=a&state=\u00e9",
                "code=a&st%61te=b&state=c",
                "code=%C0%AE",
                "code=%ED%A0%80"
            })
    void s18_an_escape_that_is_none_is_not_read(String query) {
        assertThat(ArrivalQuery.read(query)).isNull();
    }

    @Test
    void other_parameters_may_be_anything() {
        var query = Objects.requireNonNull(
                ArrivalQuery.read("code=a%2Bb+c&state=s%3D&scope=%zz&error_description=%ff&x&=y&return_to=%0d"));

        assertThat(query.value("code")).isEqualTo("a+b c");
        assertThat(query.value("state")).isEqualTo("s=");
        assertThat(query.has("error")).isFalse();
    }

    @Test
    void nothing_is_not_blank() {
        var query = Objects.requireNonNull(ArrivalQuery.read("code=&state=%20"));

        assertThat(query.isBlank("code")).isTrue();
        assertThat(query.isBlank("state")).isTrue();
        assertThat(query.isBlank("error")).isFalse();
        assertThat(Objects.requireNonNull(ArrivalQuery.read(null)).has("code")).isFalse();
    }
}
