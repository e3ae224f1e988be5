package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.ProducerTemplate;
import org.galileok12.run.DistrictForgotten;
import org.galileok12.run.Outcome;
import org.galileok12.run.UnusableQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A disconnected district keeps its roster and gets no run, also not one that is under way or asleep. */
class DisconnectTest extends RetentionScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ProducerTemplate camel;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MeterRegistry meters;

    @Test
    void a_disconnected_district_keeps_its_roster_and_its_runs_are_refused_with_the_reason() {
        district.student("Amy Ng", district.school("North"));
        syncDone();
        var before = roster();

        retention.disconnect(district.id(), "ada");

        assertThatThrownBy(this::sync)
                .isInstanceOf(DistrictForgotten.class)
                .hasMessageContaining("was disconnected at ")
                .hasMessageContaining(" by ada ");
        assertThat(roster()).isEqualTo(before);
        assertThat(runStates()).containsExactly("DONE");

        retention.accept(district.id(), "ada");
        assertThat(count(syncDone(), "total", "created")).isZero();
    }

    @Test
    void a_district_that_was_never_seen_is_a_sentence() {
        assertThatThrownBy(() -> retention.disconnect("0123456789abcdef01234567", "ada"))
                .isInstanceOf(UnusableQuestion.class)
                .hasMessage("District 0123456789abcdef01234567 was never synchronised here. Check the id.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"save-checkpoint.sql", "resolve-person.sql", "report-entities.sql"})
    void a_run_under_way_is_ended_and_publishes_nothing(String statement) {
        new RichDistrict(district);
        var once = new AtomicBoolean(true);
        statements.before(next -> {
            // Between two transactions of the run: the statement before is the fence of the next one.
            if (next.endsWith("-fence.sql") && statements.seen().contains(statement) && once.getAndSet(false)) {
                elsewhere(() -> retention.disconnect(district.id(), "ada"));
            }
        });

        var result = sync();

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(rows("select 1 from galileo.person where district_id = ?", districtId()))
                .isEmpty();
        assertThat(runStates()).containsExactly("ABANDONED");
    }

    @Test
    void a_run_whose_fence_is_whole_publishes_nothing_once_the_tombstone_is_set() {
        new RichDistrict(district);
        statements.before(next -> {
            if (next.equals("take-fence.sql")) {
                elsewhere(() ->
                        db.update("update sync.connection set purged_at = now() where clever_id = ?", district.id()));
            }
        });

        assertThat(sync().outcome()).isEqualTo(Outcome.FAILED);

        assertThat(rows("select 1 from galileo.person where district_id = ?", districtId()))
                .isEmpty();
    }

    @Test
    void the_schedule_leaves_a_disconnected_district_and_goes_on_with_the_others() {
        district.student("Amy Ng", district.school("North"));
        syncDone();
        var other = CLEVER.district("The other district of " + district.id());
        other.student("Bob Ode", other.school("South"));
        db.update("insert into sync.connection (clever_id) values (?)", other.id());
        db.update(
                "update sync.connection set onboarding = 'scheduled' where clever_id in (?, ?)",
                district.id(),
                other.id());
        retention.disconnect(district.id(), "ada");

        for (var each : new String[] {district.id(), other.id()}) {
            var firing = camel.request("direct:district-due", exchange -> {
                exchange.setVariable("district", each);
                exchange.setVariable("firedFor", java.time.Clock.systemUTC().instant());
            });
            assertThat(firing.getException()).isNull();
        }

        assertThat(runStates()).containsExactly("DONE");
        assertThat(rows(
                        "select 1 from sync.run join sync.connection using (district_id) where clever_id = ? and state = 'DONE'",
                        other.id()))
                .hasSize(1);
        db.update("update sync.connection set onboarding = 'requested'");
    }

    /** On another thread, and so in a transaction of its own. */
    private static void elsewhere(Runnable step) {
        CompletableFuture.runAsync(step).join();
    }
}
