package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.galileok12.run.NotFound;
import org.galileok12.run.RunRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be undone is refused in a sentence, and nothing is written. */
class RollbackRefusedTest extends RollbackScenario {

    @Test
    void a_run_that_is_not_there() {
        assertThatThrownBy(() -> rollback(987_654_321L))
                .isInstanceOf(NotFound.class)
                .hasMessage("There is no run 987654321.");
    }

    @Test
    void a_dry_run() {
        district.school("North");
        refused(dryRun().runId(), "was a dry run: it changed nothing, and there is nothing to undo.");
    }

    @Test
    void a_run_that_published_nothing() {
        district.school("North");
        syncDone();
        district.state("paused");
        refused(sync().runId(), "published nothing (it ended SKIPPED), and there is nothing to undo.");
    }

    @Test
    void a_run_that_changed_nothing() {
        district.school("North");
        syncDone();
        refused(syncDone().runId(), "changed nothing, and there is nothing to undo.");
    }

    @Test
    void a_run_that_is_rolled_back_already() {
        district.school("North");
        var run = syncDone();
        var undone = rollbackWhole(run).path("run").asLong();
        refused(
                run.runId(),
                "has been rolled back already, by run %1$d. To have its changes again, roll back run %1$d."
                        .formatted(undone));
    }

    @Test
    void a_run_whose_values_the_journal_has_dropped() {
        var north = district.school("North");
        syncDone();
        north.set("/name", "New North");
        var run = syncDone();
        db.update("update sync.journal set before = null, after = null where run_id = ?", run.runId());
        refused(run.runId(), "is too old to be undone: the journal has dropped the values from before it.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void while_a_run_of_the_district_is_active(boolean dry) {
        district.school("North");
        var run = syncDone();
        CLEVER.onPage("schools", 1).in(district).always().before(() -> refusedInMidRun(run.runId()));

        assertThat((dry ? dryRun() : sync()).outcome()).hasToString("DONE");

        assertThat(decisions()).isNotEmpty().allMatch(each -> each.contains("Refused: Run "));
    }

    private void refusedInMidRun(long run) {
        var before = roster();
        assertThatThrownBy(() -> rollback(run))
                .isInstanceOf(RunRefused.class)
                .hasMessageMatching(
                        "Run \\d+ of district [0-9a-f]{24} is under way since .*\\. Roll back when it has ended\\.");
        assertThat(roster()).isEqualTo(before);
    }

    private void refused(long run, String why) {
        var before = roster();
        var runs = one("select count(*) from sync.run", Long.class);
        assertThatThrownBy(() -> rollback(run)).isInstanceOf(RunRefused.class).hasMessage("Run " + run + " " + why);
        assertThat(roster()).isEqualTo(before);
        assertThat(one("select count(*) from sync.run", Long.class)).isEqualTo(runs);
        assertThat(decisions()).last().isEqualTo("rollback by Olga Ops: Refused: Run " + run + " " + why);
    }
}
