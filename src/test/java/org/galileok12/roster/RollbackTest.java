package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A run that was wrong is undone: values, states, intervals, identities are those from before it. */
class RollbackTest extends RollbackScenario {

    @Test
    void a_rich_run_leaves_nothing_behind_but_rows_switched_off() {
        var rich = new RichDistrict(district);
        rich.student(7).remove();
        syncDone();
        rich.madeByHand(db, districtId(), 7);
        rich.student(7).restore();
        var before = whatIsActive();
        var all = whatReadersSee();
        rich.changeEverything();
        var changed = syncDone();
        assertThat(whatIsActive()).isNotEqualTo(before);
        for (String change : List.of("created", "updated", "deactivated", "adopted", "rekeyed")) {
            assertThat(count(changed, "total", change)).as(change).isPositive();
        }

        var report = rollbackWhole(changed);

        assertThat(whatIsActive()).isEqualTo(before);
        assertThat(whatReadersSee()).containsAll(all);
        for (String table : List.of("enrollment", "teaching", "section", "person", "contact_student")) {
            assertThat(report.at("/entities/" + table).has("reactivate"))
                    .as(table)
                    .isTrue();
        }
        assertThat(one(
                        "select count(*) from sync.journal where run_id = ?",
                        Long.class,
                        report.path("run").asLong()))
                .isEqualTo(report.path("rows").asLong());
        assertThat(decisions()).singleElement().asString().startsWith("rollback by Olga Ops: Run ");
    }

    @Test
    void a_first_load_is_switched_off_whole() {
        new RichDistrict(district);
        var first = syncDone();
        var loaded = whatIsActive();

        var report = rollbackWhole(first);

        assertThat(whatIsActive()).isEmpty();
        assertThat(report.path("rows").asInt()).isEqualTo(loaded.size());
    }

    @Test
    void a_rollback_is_rolled_back_and_the_run_is_in_force_again() {
        var rich = new RichDistrict(district);
        syncDone();
        rich.madeByHand(db, districtId(), 7);
        rich.changeEverything();
        var changed = syncDone();
        var after = whatReadersSee();
        var undone = rollbackWhole(changed);
        assertThat(whatReadersSee()).isNotEqualTo(after);

        var again = rollback(undone.path("run").asLong());

        assertThat(again.path("refusedRows")).isEmpty();
        assertThat(whatReadersSee()).isEqualTo(after);
        rollbackWhole(changed);
    }

    @Test
    void whether_a_run_is_undone_alternates_with_every_rollback_of_a_rollback() {
        var amy = district.student("Amy Ng", district.school("North"));
        syncDone();
        amy.named("Amy Wrong");
        var wrong = syncDone().runId();
        var first = rollback(wrong).path("run").asLong();
        var second = rollback(first).path("run").asLong();
        assertThat(undoneBy(wrong)).isNull();

        var third = rollback(second).path("run").asLong();

        assertThat(column("person", "last_name", amy)).isEqualTo("Ng");
        assertThat(undoneBy(second)).isEqualTo(third);
        assertThat(undoneBy(first)).isNull();
        assertThat(undoneBy(wrong)).isEqualTo(first);
    }

    private @Nullable Long undoneBy(long run) {
        return db.queryForObject("select undone_by from sync.run where run_id = ?", Long.class, run);
    }

    @Test
    void two_nights_are_undone_one_after_the_other() {
        var rich = new RichDistrict(district);
        syncDone();
        var before = whatIsActive();
        rich.changeEverything();
        var first = syncDone();
        var between = whatIsActive();
        rich.student(1).named("Another Name").grade("7");
        rich.student(2).remove();
        rich.student(5).restore();
        var second = syncDone();
        assertThat(count(second, "student", "reactivated")).isEqualTo(1);

        rollbackWhole(second);
        assertThat(whatIsActive()).isEqualTo(between);
        rollbackWhole(first);
        assertThat(whatIsActive()).isEqualTo(before);
    }
}
