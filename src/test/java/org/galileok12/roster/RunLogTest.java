package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.galileok12.run.Outcome;
import org.galileok12.run.RunRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an operator reads in the log about runs that nobody watched. */
@ExtendWith(OutputCaptureExtension.class)
class RunLogTest extends SyncScenario {

    private static final String FIRST_NAME = "Quillonne";
    private static final String LAST_NAME = "Zzybrand";
    private static final String EMAIL = "quillonne@zzybrand.example";

    @Test
    void a_run_that_ends_well_is_one_line_with_its_counts(CapturedOutput output) {
        var north = district.school("North");
        district.student(FIRST_NAME + " " + LAST_NAME, north).email(EMAIL);

        var result = syncDone();

        assertThat(linesAbout(output))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(" INFO ")
                        .contains("Run %d of district %s ended DONE: 2 records read in "
                                .formatted(result.runId(), district.id()))
                        .contains("rows: 4 created, 0 updated, 0 reactivated, 0 deactivated, 0 unchanged.")
                        .doesNotContain(FIRST_NAME, LAST_NAME, EMAIL));
    }

    @Test
    void a_run_that_was_skipped_says_why(CapturedOutput output) {
        district.state("paused");

        var result = sync();

        assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(linesAbout(output))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(" INFO ", "ended SKIPPED: " + result.reason()));
    }

    @Test
    void a_run_that_fails_is_one_warning_with_class_and_sentence_and_no_stack_trace(CapturedOutput output) {
        district.student("Amy Ng", district.school("North"));
        CLEVER.onAnyPage("users").in(district).always().answer(401);

        var result = sync();

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(linesAbout(output))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(
                                " WARN ",
                                "Run %d of district %s FAILED (AUTH): ".formatted(result.runId(), district.id()))
                        .endsWith(String.valueOf(result.reason())));
        assertThat(output.toString()).doesNotContain("\tat ", "Exception");
    }

    @Test
    void a_statement_that_the_database_refuses_is_named_without_the_row(CapturedOutput output) {
        var north = district.school("North");
        district.student(FIRST_NAME + " " + LAST_NAME, north).email(EMAIL);
        // PostgreSQL's own log, which the embedded one prints into ours, would quote the row: docs/operations.md.
        db.execute("alter system set log_error_verbosity = terse");
        db.execute("select pg_reload_conf()");
        await().until(() -> one("select current_setting('log_error_verbosity')", String.class)
                .equals("terse"));
        db.execute("alter table galileo.person add constraint nobody_fits check (false) not valid");
        try {
            assertThat(sync().outcome()).isEqualTo(Outcome.FAILED);
        } finally {
            db.execute("alter table galileo.person drop constraint nobody_fits");
        }

        assertThat(linesAbout(output))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).contains(" WARN ", "FAILED (LOCAL): ", "upsert-person.sql", "nobody_fits"));
        assertThat(output.toString()).doesNotContain("\tat ", FIRST_NAME, LAST_NAME, EMAIL, "Failing row");
    }

    @Test
    void a_district_that_is_under_way_already_is_a_warning(CapturedOutput output) {
        syncDone();
        db.update(
                "update sync.run set state = 'RUNNING', finished_at = null, heartbeat_at = now() where run_id = "
                        + "(select max(run_id) from sync.run where district_id = ?)",
                districtId());

        assertThat(catchThrowable(this::sync)).isInstanceOf(RunRefused.class);

        assertThat(linesAbout(output))
                .last()
                .satisfies(line -> assertThat(line)
                        .contains(
                                " WARN ",
                                "District " + district.id() + " was not synchronised: Run ",
                                "is under way since"));
    }

    private List<String> linesAbout(CapturedOutput output) {
        return output.toString()
                .lines()
                .filter(line -> line.contains(".RunLog ") && line.contains(district.id()))
                .toList();
    }
}
