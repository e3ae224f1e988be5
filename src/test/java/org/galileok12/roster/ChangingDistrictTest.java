package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.galileok12.run.Outcome;
import org.junit.jupiter.api.Test;

/** Clever changes the district while we read: nobody is archived for having been on the move. */
class ChangingDistrictTest extends SyncScenario {

    private final AtomicInteger moments = new AtomicInteger();

    @Test
    void f23_a_district_that_changes_under_every_walk_is_published_without_deactivations() {
        var leaver = publishedClass(12);
        var arrival = district.student("New Arrival");
        CLEVER.forgetRequests();
        var moving = CLEVER.onPage("users", 2).before(this::cleverSyncs).always();

        var result = sync();

        assertThat(result.outcome()).isEqualTo(Outcome.INCOMPLETE);
        assertThat(CLEVER.requests("schools")).hasSize(3);
        assertThat(isActive(leaver)).isTrue();
        assertThat(isActive(arrival)).isTrue();
        assertThat(count(result, "person", "deactivated")).isZero();
        assertThat(count(result, "enrollment", "deactivated")).isZero();
        moving.times(0);
        syncTakesOut(leaver);
    }

    @Test
    void f23_a_district_that_changes_under_one_walk_is_read_again_and_the_later_reading_counts() {
        var leaver = publishedClass(12);
        var mover = district.student("On TheMove");
        syncTakesOut(leaver);
        CLEVER.forgetRequests();
        // Page 1 has been read with everybody; then somebody disappears whom page 3 would have had, and is back for the
        // second walk.
        CLEVER.onPage("users", 3).before(() -> {
            mover.remove();
            cleverSyncs();
        });
        CLEVER.onPage("users", 1);
        CLEVER.onPage("users", 1).before(mover::restore);

        syncTakesOut(leaver);

        assertThat(CLEVER.requests("schools")).hasSize(2);
        assertThat(isActive(mover)).isTrue();
    }

    @Test
    void f23_a_record_that_disappears_between_pages_is_there_if_it_was_read_and_gone_with_the_next_run() {
        var leaver = publishedClass(12);
        var first = district.student("First Page");
        syncTakesOut(leaver);
        first.remove();
        first.restore();
        CLEVER.onPage("users", 3).before(first::remove);

        // Read on page 3 or not: either way one row, and no error.
        assertThat(sync().outcome()).isEqualTo(Outcome.DONE);
        syncDone();

        assertThat(isActive(first)).isFalse();
        assertThat(rows(
                        "select 1 from galileo.person where district_id = ? and clever_id = ?",
                        districtId(),
                        first.id()))
                .hasSize(1);
    }

    @Test
    void
            f23_without_last_sync_an_id_that_appears_on_the_second_reading_lets_nobody_of_that_collection_be_deactivated() {
        district.lastSync(null);
        var leaver = publishedClass(12);
        var closed = district.school("Closed");
        syncTakesOut(leaver);
        closed.remove();
        var gone = district.student("Another Leaver");
        syncDone();
        gone.remove();
        leaver.restore();
        leaver.remove();
        // The first reading misses the one who is there at the second.
        CLEVER.onPage("users", 1);
        CLEVER.onPage("users", 1).before(leaver::restore);
        district.school("Gone").remove();

        var result = sync();

        assertThat(CLEVER.requests("users").size()).isGreaterThan(3);
        assertThat(isActive(gone)).isTrue();
        assertThat(count(result, "person", "deactivated")).isZero();
        assertThat(result.report().at("/collections/users/seen_again").asInt()).isEqualTo(1);
        syncDone();
        assertThat(isActive(gone)).isFalse();
        assertThat(isActive(leaver)).isTrue();
    }

    private void cleverSyncs() {
        district.lastSync(Instant.parse("2026-03-01T00:00:00Z").plusSeconds(moments.incrementAndGet()));
    }
}
