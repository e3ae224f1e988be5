package org.galileok12.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.galileok12.check.EnvironmentCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

        var compared = new Accounts("olga", hash, "", "").encode("anything");

        assertThat(compared).isNotEqualTo(hash).startsWith(hash.substring(0, hash.length() - 1));
    }

    @Test
    void the_two_accounts_have_a_role_each_and_no_other() {
        var accounts = new Accounts("olga", hash("2b", "sesame"), "product", hash("2b", "galilei"));

        assertThat(accounts.loadUserByUsername("olga").getAuthorities()).hasToString("[ROLE_OPERATOR]");
        assertThat(accounts.loadUserByUsername("product").getAuthorities()).hasToString("[ROLE_PRODUCT]");
        assertThatThrownBy(() -> accounts.loadUserByUsername("olgb")).isInstanceOf(UsernameNotFoundException.class);
    }

    @Test
    void a_password_that_was_right_is_right_again_at_once_and_for_its_own_hash_only() {
        var slow = new BCryptPasswordEncoder(12).encode("sesame");
        var other = hash("2b", "galilei");
        var accounts = new Accounts("olga", slow, "product", other);
        assertThat(accounts.matches("sesame", slow)).isTrue();

        var begun = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(accounts.matches("sesame", slow)).isTrue();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        assertThat(accounts.matches("sesame", other)).isFalse();
        assertThat(accounts.matches("sesamf", slow)).isFalse();
    }

    @Test
    void a_password_waits_for_a_moment_only_and_the_other_account_not_at_all() {
        var slow = new BCryptPasswordEncoder(13).encode("sesame");
        var other = hash("2b", "galilei");
        var accounts = new Accounts("olga", other, "product", slow);
        var threads = Executors.newFixedThreadPool(20);
        try {
            var looks = Stream.generate(() -> CompletableFuture.supplyAsync(() -> look(accounts, slow), threads))
                    .limit(20)
                    .toList();

            assertThat(accounts.matches("galilei", other)).isTrue();
            assertThat(looks.stream().map(CompletableFuture::join))
                    .contains("not looked at")
                    .contains("wrong")
                    .doesNotContain("right");
            assertThat(accounts.matches("sesame", slow)).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void names_that_do_not_exist_take_no_turn_of_an_account() {
        var slow = new BCryptPasswordEncoder(13).encode("sesame");
        var accounts = new Accounts("olga", slow, "", "");
        var nobody = accounts.encode("anything");
        var threads = Executors.newFixedThreadPool(40);
        try {
            var looks = Stream.generate(() -> CompletableFuture.supplyAsync(() -> look(accounts, nobody), threads))
                    .limit(40)
                    .toList();

            assertThat(accounts.matches("sesame", slow)).isTrue();
            assertThat(looks.stream().map(CompletableFuture::join))
                    .contains("not looked at")
                    .doesNotContain("right");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void who_waited_for_the_same_right_password_need_not_have_it_looked_at_again() {
        var hash = hash("2b", "sesame");
        var accounts = new Accounts("olga", hash, "", "");
        var threads = Executors.newFixedThreadPool(15);
        try {
            var looks = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> look(accounts, hash, "sesame"), threads))
                    .limit(15)
                    .toList();

            assertThat(looks.stream().map(CompletableFuture::join)).containsOnly("right");
        } finally {
            threads.shutdownNow();
        }
    }

    private static String look(Accounts accounts, String hash) {
        return look(accounts, hash, "old");
    }

    private static String look(Accounts accounts, String hash, String password) {
        try {
            return accounts.matches(password, hash) ? "right" : "wrong";
        } catch (TooManyPasswords e) {
            return "not looked at";
        }
    }

    @ParameterizedTest
    @CsvSource({
        "product, , GALILEO_PRODUCT_PASSWORD_HASH is not set.",
        "olga, $2b$10$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, GALILEO_PRODUCT_USER is the operator's name.",
        "a:b, $2b$10$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, GALILEO_PRODUCT_USER is not the name of an account.",
        "product, galilei, GALILEO_PRODUCT_PASSWORD_HASH is not a bcrypt hash"
    })
    void a_slip_in_the_products_account_is_a_sentence(String user, String hash, String sentence) {
        var settings = new java.util.HashMap<String, String>();
        settings.put("galileo.operator.user", "olga");
        settings.put("galileo.product.user", user);
        settings.put("galileo.product.password-hash", hash == null ? "" : hash);

        assertThat(new EnvironmentCheck(settings::get).problems())
                .anyMatch(problem -> problem.startsWith(sentence) && !problem.contains("galilei"));
    }

    private static String hash(String kind, String password) {
        return kind.equals("argon2")
                ? Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(password)
                : new BCryptPasswordEncoder(BCryptVersion.valueOf("$" + kind.toUpperCase(java.util.Locale.ROOT)), 10)
                        .encode(password);
    }
}
