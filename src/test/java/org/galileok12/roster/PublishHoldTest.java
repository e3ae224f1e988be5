package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.galileok12.run.NeverSeen;
import org.galileok12.run.Outcome;
import org.galileok12.run.RunRefused;
import org.junit.jupiter.api.Test;

/** After a rollback nothing is published until a person has seen what would be, and releases it. */
class PublishHoldTest extends RollbackScenario {

    @Test
    void runs_only_plan_until_the_plan_that_was_seen_is_released() {
        var amy = district.student("Amy Ng", district.school("North"));
        syncDone();
        amy.named("Amy Wrong");
        rollbackWhole(syncDone());
        var before = roster();

        var held = withPlan(sync());

        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        assertThat(held.reason())
                .matches("The district is on publish hold since \\S+, by Olga Ops: run \\d+ was rolled back\\."
                        + " Nothing was published; see 'release " + district.id() + "'\\.");
        assertThat(count(held, "person", "updated")).isEqualTo(1);
        assertThat(roster()).isEqualTo(before);
        assertThat(rows(
                        "select 1 from sync.run where run_id = ? and published_at is null and state = 'HELD'",
                        held.runId()))
                .hasSize(1);

        var shown = publishHolds.withheld(district.id());
        assertThat(shown.path("run").asLong()).isEqualTo(held.runId());
        assertThat(shown.at("/report/entities/person/updated").asLong()).isEqualTo(1);
        publishHolds.release(district.id(), shown.path("plan").asText(), OPS);

        assertThat(roster()).isEqualTo(before);
        assertThat(count(syncDone(), "person", "updated")).isEqualTo(1);
        assertThat(column("person", "last_name", amy)).isEqualTo("Wrong");
        assertThat(decisions()).last().isEqualTo("release by Olga Ops: The hold is lifted: the next run publishes.");
    }

    @Test
    void after_the_release_a_first_load_comes_back_under_its_old_ids() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        var maths = district.section("Maths", north).with(amy);
        var first = syncDone();
        var loaded = whatIsActive().stream()
                .filter(row -> !row.startsWith("enrollment"))
                .toList();
        rollbackWhole(first);
        releaseAfterPlan();

        syncDone();

        assertThat(whatIsActive().stream().filter(row -> !row.startsWith("enrollment")))
                .containsExactlyElementsOf(loaded);
        assertThat(intervals("enrollment", maths, amy)).containsExactly("closed", "open");
    }

    @Test
    void a_release_needs_a_plan_made_since_the_hold_began() {
        var amy = district.student("Amy Ng", district.school("North"));
        syncDone();
        amy.named("Amy Wrong");
        var wrong = withPlan(syncDone());
        rollbackWhole(wrong);

        assertThatThrownBy(() -> publishHolds.withheld(district.id()))
                .isInstanceOf(RunRefused.class)
                .hasMessageStartingWith(
                        "No run of district " + district.id() + " has planned since the publish hold began");
        var hash = one("select plan_hash from sync.run where run_id = ?", String.class, wrong.runId());
        assertThatThrownBy(() -> publishHolds.release(district.id(), hash, OPS)).isInstanceOf(RunRefused.class);
        assertThat(sync().outcome()).isEqualTo(Outcome.HELD);
    }

    @Test
    void another_plan_than_the_newest_is_refused() {
        var amy = district.student("Amy Ng", district.school("North"));
        syncDone();
        publishHolds.hold(district.id(), OPS);
        dryRunWithPlan();
        var seen = publishHolds.withheld(district.id()).path("plan").asText();
        amy.remove();
        var newest = dryRunWithPlan();

        assertThatThrownBy(() -> publishHolds.release(district.id(), seen, OPS))
                .isInstanceOf(RunRefused.class)
                .hasMessage(
                        "The newest plan of district %1$s is another one, by run %2$s: the hold stays. Look at it with 'release %1$s'.",
                        district.id(), newest.runId());
        assertThat(sync().outcome()).isEqualTo(Outcome.HELD);
        assertThat(active("person", amy)).isTrue();
        assertThat(decisions()).last().asString().startsWith("release by Olga Ops: Refused: The newest plan");
    }

    @Test
    void a_hold_that_comes_between_plan_and_publication_stops_the_publication() {
        var amy = district.student("Amy Ng", district.school("North"));
        syncDone();
        amy.named("Amy Wrong");
        var before = roster();
        statements.before(statement -> {
            if (statement.equals("take-fence.sql")) {
                statements.before(next -> {});
                publishHolds.hold(district.id(), OPS);
            }
        });

        assertThat(sync().outcome()).isEqualTo(Outcome.HELD);

        assertThat(roster()).isEqualTo(before);
    }

    @Test
    void a_hold_is_put_on_once_and_released_once() {
        district.school("North");
        syncDone();
        publishHolds.hold(district.id(), OPS);

        assertThatThrownBy(() -> publishHolds.hold(district.id(), "Otto"))
                .isInstanceOf(RunRefused.class)
                .hasMessageMatching(
                        "District \\S+ is on publish hold already, since \\S+, by Olga Ops: a person put it on hold\\.");
        releaseAfterPlan();
        assertThatThrownBy(() -> publishHolds.withheld(district.id()))
                .isInstanceOf(RunRefused.class)
                .hasMessageEndingWith("is not on publish hold: its runs publish.");
        syncDone();
    }

    @Test
    void a_district_that_was_never_synchronised_is_named() {
        assertThatThrownBy(() -> publishHolds.hold("0123456789abcdef01234567", OPS))
                .isInstanceOf(NeverSeen.class)
                .hasMessage("District 0123456789abcdef01234567 was never synchronised here. Check the id.");
    }
}
