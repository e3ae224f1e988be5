package org.galileok12.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.galileok12.check.EnvironmentCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder.BCryptVersion;

class AccountsTest {

    @ParameterizedTest
    @ValueSource(strings = {"2a", "2b", "2y", "argon2"})
    void bcrypt_and_argon2_hashes_are_told_apart_by_their_beginning(String kind) {
        var hash = hash(kind, "sesame");
        var account = new Accounts("olga", hash, "", "");

        assertThat(hash).startsWith("$" + kind);
        assertThat(account.loadUserByUsername("olga").getPassword()).isEqualTo(hash);
        assertThat(account.matches("sesame", hash)).isTrue();
        assertThat(account.matches("Sesame", hash)).isFalse();
        assertThat(account.matches("", hash)).isFalse();
        var settings = Map.of("galileo.operator.user", "olga", "galileo.operator.password-hash", hash);
        assertThat(new EnvironmentCheck(settings::get).problems()).noneMatch(problem -> problem.contains("OPERATOR"));
    }

    @Test
    void without_an_account_nobody_is_known() {
        var account = new Accounts("", "", "", "");

        for (String name : new String[] {"", " ", "olga"}) {
            assertThatThrownBy(() -> account.loadUserByUsername(name)).isInstanceOf(UsernameNotFoundException.class);
        }
    }

    @Test
    void a_name_that_does_not_exist_costs_as_much_as_one_that_does() {
        var hash = hash("argon2", "sesame");

        assertThat(new Accounts("olga", hash, "", "").encode("anything")).isEqualTo(hash);
    }

    private static String hash(String kind, String password) {
        return kind.equals("argon2")
                ? Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(password)
                : new BCryptPasswordEncoder(BCryptVersion.valueOf("$" + kind.toUpperCase(java.util.Locale.ROOT)), 10)
                        .encode(password);
    }
}
