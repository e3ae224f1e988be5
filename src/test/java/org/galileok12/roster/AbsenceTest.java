package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Missing is not deleted: who is gone is switched off, and only if the walk is proven complete. */
class AbsenceTest extends SyncScenario {

    @Test
    void somebody_gone_is_deactivated_and_comes_back_as_the_same_row() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        var bob = district.student("Bob Ode", north);
        var ruth = district.teacher("Ruth Okafor", north);
        district.section("Maths", north).taughtBy(ruth).with(amy, bob);
        syncDone();
        var before = idOf(amy.id());

        amy.remove();
        var gone = syncDone();

        assertThat(count(gone, "person", "deactivated")).isEqualTo(1);
        assertThat(count(gone, "enrollment", "deactivated")).isEqualTo(1);
        assertThat(active(amy.id())).isFalse();
        assertThat(active(bob.id())).isTrue();

        amy.restore();
        var back = syncDone();

        assertThat(count(back, "person", "reactivated")).isEqualTo(1);
        assertThat(active(amy.id())).isTrue();
        assertThat(idOf(amy.id())).isEqualTo(before);
    }

    @Test
    void without_last_sync_the_ids_are_read_again_before_anybody_is_deactivated() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        district.student("Bob Ode", north);
        district.lastSync(null);
        syncDone();

        amy.remove();
        CLEVER.forgetRequests();
        var gone = syncDone();

        assertThat(count(gone, "person", "deactivated")).isEqualTo(1);
        assertThat(CLEVER.requests("users")).hasSize(2);
        assertThat(active(amy.id())).isFalse();
    }

    @Test
    void a_paused_district_keeps_its_roster() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        syncDone();

        amy.remove();
        district.state("paused");
        var skipped = sync();

        assertThat(skipped.outcome()).isEqualTo(org.galileok12.run.Outcome.SKIPPED);
        assertThat(skipped.reason()).contains("paused");
        assertThat(active(amy.id())).isTrue();
    }

    @Test
    void a_hand_edit_of_a_synced_row_is_put_back_although_clever_did_not_change() {
        var amy = district.student("Amy Ng", district.school("North"));
        syncDone();
        db.update("update galileo.person set last_name = 'Edited' where clever_id = ?", amy.id());

        var again = syncDone();

        assertThat(count(again, "person", "updated")).isEqualTo(1);
        assertThat(one("select last_name from galileo.person where clever_id = ?", String.class, amy.id()))
                .isEqualTo("Ng");
    }

    private long idOf(String cleverId) {
        return one("select id from galileo.person where clever_id = ?", Long.class, cleverId);
    }

    private boolean active(String cleverId) {
        return one("select active from galileo.person where clever_id = ?", Boolean.class, cleverId);
    }
}
