package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.galileok12.run.PublishHolds;
import org.galileok12.run.Rollbacks;
import org.galileok12.run.RunResult;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Words for undoing runs, and for the roster as a reader sees it. */
@TestPropertySource(properties = "sync.max-rejected=0.5")
@Import(RichScenario.Hook.class)
abstract class RollbackScenario extends RosterScenario {

    static final String OPS = "Olga Ops";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Rollbacks rollbacks;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    PublishHolds publishHolds;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    StatementHook statements;

    @AfterEach
    void noHook() {
        statements.reset();
    }

    ObjectNode rollback(RunResult run) {
        return rollback(run.runId());
    }

    ObjectNode rollback(long run) {
        return rollbacks.rollback(run, OPS);
    }

    /** The rollback refuses no row. */
    ObjectNode rollbackWhole(RunResult run) {
        var report = rollback(run);
        assertThat(report.path("refusedRows")).isEmpty();
        assertThat(report.path("refused").asInt()).isZero();
        return report;
    }

    /** What {@link PublishHolds#release} does with a plan that was shown. */
    void releaseAfterPlan() {
        dryRunWithPlan();
        publishHolds.release(
                district.id(), publishHolds.withheld(district.id()).path("plan").asText(), OPS);
    }

    RunResult dryRunWithPlan() {
        return withPlan(dryRun());
    }

    /** A run that has planned has a hash. */
    RunResult withPlan(RunResult run) {
        db.update(
                "update sync.run set plan_hash = coalesce(plan_hash, md5(run_id::text)) where run_id = ?", run.runId());
        return run;
    }

    /** Every row of the district with all columns but the moments at which the sync looked. */
    List<String> whatReadersSee() {
        return List.of(
                        "school",
                        "term",
                        "course",
                        "person",
                        "student",
                        "teacher",
                        "staff",
                        "district_admin",
                        "contact",
                        "section",
                        "person_school",
                        "contact_student",
                        "enrollment",
                        "teaching")
                .stream()
                .flatMap(table -> db.queryForList("""
                        select '%1$s ' || (to_jsonb(t) - array['changed_at', 'deactivated_at', 'first_synced_at'])::text
                        from galileo.%1$s t where district_id = ? order by 1
                        """.formatted(table), String.class, districtId()).stream())
                .toList();
    }

    /** As {@link #whatReadersSee}, without rows that are off: those that the undone run made are still there. */
    List<String> whatIsActive() {
        return whatReadersSee().stream()
                .filter(row -> !row.contains("\"active\": false") && !row.matches(".*\"active_until\": \".*"))
                .toList();
    }

    List<String> refused(ObjectNode report) {
        return report.path("refusedRows")
                .valueStream()
                .map(row -> row.path("entity").asText() + ": " + row.path("why").asText())
                .toList();
    }

    List<String> decisions() {
        return db.queryForList(
                "select kind || ' by ' || decided_by || ': ' || outcome from sync.decision where district_id = ? order by decision_id",
                String.class,
                districtId());
    }
}
