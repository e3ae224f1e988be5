package org.galileok12.clever;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleverTokensTest {

    private static final String DISTRICT = "58da8c58155b940248000007";

    private final CleverTokens tokens = new CleverTokens();

    @Test
    void a_token_that_another_branch_has_kept_meanwhile_is_the_districts() {
        tokens.offer("t1", "secret");
        assertThat(tokens.keep(DISTRICT, "t1")).isTrue();
        tokens.withdraw("t1");

        assertThat(tokens.keep(DISTRICT, "t1")).isTrue();

        assertThat(tokens.bearer(DISTRICT)).isEqualTo("secret");
        assertThat(tokens.generation(DISTRICT)).isEqualTo(1);
    }

    @Test
    void a_token_that_nobody_offered_or_that_was_wiped_is_kept_by_nobody() {
        assertThat(tokens.keep(DISTRICT, "t1")).isFalse();
        tokens.offer("t1", "secret");
        tokens.keep(DISTRICT, "t1");
        tokens.withdraw("t1");

        assertThat(tokens.keep(DISTRICT, "t2")).isFalse();
        assertThat(tokens.keep("5d0a9e5d0958b300014e49d2", "t1")).isFalse();
        tokens.forget(DISTRICT);
        assertThat(tokens.keep(DISTRICT, "t1")).isFalse();
        assertThat(tokens.unknown(DISTRICT)).isTrue();
    }

    @Test
    void the_same_token_kept_by_two_branches_is_one_and_another_one_is_the_next() {
        tokens.offer("t1", "secret");
        tokens.keep(DISTRICT, "t1");
        tokens.keep(DISTRICT, "t1");
        assertThat(tokens.generation(DISTRICT)).isEqualTo(1);

        tokens.offer("t2", "other");
        tokens.keep(DISTRICT, "t2");

        assertThat(tokens.generation(DISTRICT)).isEqualTo(2);
        assertThat(tokens.bearer(DISTRICT)).isEqualTo("other");
    }
}
