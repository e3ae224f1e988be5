package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.clever.CleverTokens;
import org.galileok12.simulator.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Clever gives a district a new token, as after a leak; the old one is refused from then on. */
class RotatedTokenTest extends SyncScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private CleverTokens tokens;

    @Test
    void f12_a_token_that_is_replaced_in_mid_run_is_read_anew_and_the_run_goes_on() {
        twelveStudents();
        CLEVER.onPage("users", 2).before(() -> district.rotateToken());

        var result = syncDone();

        assertThat(count(result, "student", "created")).isEqualTo(12);
        assertThat(tokens.generation(district.id())).isEqualTo(2);
    }

    @Test
    void f12_the_next_run_reads_the_list_again_and_never_uses_the_old_token() {
        twelveStudents();
        syncDone();
        var before = tokens.generation(district.id());
        district.rotateToken();
        CLEVER.forgetRequests();

        var result = syncDone();

        assertThat(result.report().path("retries").asLong()).isZero();
        assertThat(CLEVER.requests().stream().map(RecordedRequest::path))
                .first()
                .isEqualTo("/oauth/tokens");
        assertThat(CLEVER.requests("tokens")).hasSize(1);
        assertThat(tokens.generation(district.id())).as("another token").isEqualTo(before + 1);
    }

    private void twelveStudents() {
        var north = district.school("North");
        for (int i = 0; i < 12; i++) {
            district.student("Student" + i + " Ng", north);
        }
    }
}
