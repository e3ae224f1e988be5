package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.galileok12.run.RunRefused;
import org.junit.jupiter.api.Test;

/** What changed since a run is left as it is when the run is undone, and listed; the rest is put back. */
class RollbackConflictsTest extends RollbackScenario {

    @Test
    void a_row_that_a_later_run_changed() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        var bob = district.student("Bob Ode", north);
        syncDone();
        amy.named("Amy First");
        bob.named("Bob First");
        var wrong = syncDone();
        amy.named("Amy Second");
        syncDone();

        var report = rollback(wrong);

        assertThat(refused(report)).containsExactly("person: a later run changed it");
        assertThat(report.at("/refusedRows/0/id").asLong()).isEqualTo(personId(amy));
        assertThat(column("person", "last_name", amy)).isEqualTo("Second");
        assertThat(column("person", "last_name", bob)).isEqualTo("Ode");
    }

    @Test
    void a_row_that_somebody_edited_or_deleted() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        var bob = district.student("Bob Ode", north);
        var fall = district.term("Fall", "2025-08-18", "2025-12-19");
        syncDone();
        amy.grade("6").named("Amy First");
        bob.grade("6");
        fall.set("/end_date", "2025-12-23");
        var wrong = syncDone();
        edit("student", amy, "grade = '9'");
        db.update("delete from galileo.term where clever_id = ?", fall.id());

        var report = rollback(wrong);

        assertThat(refused(report)).containsExactly("student: it was edited since", "term: it is gone");
        assertThat(column("student", "grade", amy)).isEqualTo("9");
        assertThat(column("student", "grade", bob)).isEqualTo("5");
        assertThat(column("person", "last_name", amy)).isEqualTo("Ng");
    }

    @Test
    void a_row_that_somebody_is_about_to_commit_while_the_run_is_undone() throws SQLException {
        var amy = district.student("Amy Ng", district.school("North"));
        syncDone();
        amy.grade("6");
        var wrong = syncDone();
        try (var other = POSTGRES.getPostgresDatabase().getConnection()) {
            other.setAutoCommit(false);
            try (var edit =
                    other.prepareStatement("update galileo.student set grade = '9' where district_id = ? and id = ?")) {
                edit.setInt(1, districtId());
                edit.setLong(2, personId(amy));
                edit.execute();
            }
            var report = CompletableFuture.supplyAsync(() -> rollback(wrong));
            Awaitility.await()
                    .until(() -> !rows("select 1 from pg_stat_activity where wait_event_type = 'Lock'")
                            .isEmpty());
            other.commit();

            assertThat(refused(report.join())).containsExactly("student: it was edited since");
        }
        assertThat(column("student", "grade", amy)).isEqualTo("9");
    }

    @Test
    void an_edit_of_another_column_stays_and_the_runs_columns_are_put_back() {
        var amy = district.student("Amy Ng", district.school("North"));
        syncDone();
        amy.named("Amy Wrong");
        var wrong = syncDone();
        edit("person", amy, "email = 'by.hand@example.org'");

        rollbackWhole(wrong);

        assertThat(column("person", "last_name", amy)).isEqualTo("Ng");
        assertThat(column("person", "email", amy)).isEqualTo("by.hand@example.org");
    }

    @Test
    void a_clever_id_that_another_person_has_now() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        syncDone();
        var old = amy.id();
        amy.newId();
        var wrong = syncDone();
        db.update(
                "insert into galileo.person (district_id, clever_id, origin) values (?, ?, 'clever')",
                districtId(),
                old);

        assertThat(refused(rollback(wrong))).containsExactly("person: another row has taken its place");

        assertThat(personId(amy)).isPositive();
    }

    @Test
    void a_class_that_somebody_has_joined_again() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        var bob = district.student("Bob Ode", north);
        var maths = district.section("Maths", north).with(amy, bob);
        syncDone();
        maths.without(amy, bob);
        var wrong = syncDone();
        maths.with(amy);
        syncDone();

        var report = rollback(wrong);

        assertThat(refused(report))
                .containsExactly("enrollment: another row has taken its place", "section: a later run changed it");
        assertThat(intervals("enrollment", maths, amy)).containsExactly("closed", "open");
        assertThat(intervals("enrollment", maths, bob)).containsExactly("open");
    }

    @Test
    void somebody_created_who_has_joined_a_class_since() {
        var north = district.school("North");
        var maths = district.section("Maths", north);
        syncDone();
        var amy = district.student("Amy Ng", north);
        var wrong = syncDone();
        maths.with(amy);
        syncDone();

        var report = rollback(wrong);

        assertThat(refused(report))
                .containsExactly(
                        "person: something that stays hangs on it", "student: something that stays hangs on it");
        assertThat(active("person", amy)).isTrue();
        assertThat(active("student", amy)).isTrue();
    }

    @Test
    void a_class_of_somebody_who_has_left_since() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        var maths = district.section("Maths", north).with(amy, district.student("Bob Ode", north));
        syncDone();
        maths.without(amy);
        var wrong = syncDone();
        amy.remove();
        syncDone();

        assertThat(refused(rollback(wrong))).containsExactly("enrollment: what it hangs on is switched off");

        assertThat(intervals("enrollment", maths, amy)).containsExactly("closed");
    }

    @Test
    void an_adopted_person_of_whom_one_row_was_edited_stays_adopted_whole() {
        var north = district.school("North");
        manual().person("Amelia", "Ng", "amy", "student", "sis_id", "77");
        manual().person("Robert", "Ode", "bob", "student", "sis_id", "78");
        var amy = district.student("Amy Ng", north).sisId("77");
        var bob = district.student("Bob Ode", north).sisId("78");
        var wrong = syncDone();
        edit("student", amy, "grade = '9'");
        edit("person", bob, "first_name = 'Robby'");

        assertThat(refused(rollback(wrong)))
                .containsExactlyInAnyOrder(
                        "person: something that stays hangs on it",
                        "student: it was edited since",
                        "person: it was edited since",
                        "student: its person or role stays as it is");

        assertThat(column("person", "first_name", amy)).isEqualTo("Amy");
        assertThat(column("student", "sis_id", bob)).isEqualTo("78");
    }

    @Test
    void a_failure_in_the_last_statement_undoes_the_first() {
        var north = district.school("North");
        district.student("Amy Ng", north);
        var wrong = syncDone();
        var before = roster();
        var runs = rows("select * from sync.run where district_id = ?", districtId());
        var journal = one("select count(*) from sync.journal", Long.class);
        for (String last : java.util.List.of("put-back.sql", "finish-rollback.sql", "save-decision.sql")) {
            statements.refuse(last, Integer.MAX_VALUE);

            assertThatThrownBy(() -> rollback(wrong))
                    .isInstanceOf(RunRefused.class)
                    .hasMessage("The database refused " + last + " (SQLSTATE XX000).");

            assertThat(roster()).isEqualTo(before);
            assertThat(rows("select * from sync.run where district_id = ?", districtId()))
                    .isEqualTo(runs);
            assertThat(one("select count(*) from sync.journal", Long.class)).isEqualTo(journal);
            assertThat(rows("select 1 from stage.undo")).isEmpty();
            assertThat(rows(
                            "select 1 from sync.connection where district_id = ? and publish_hold_since is not null",
                            districtId()))
                    .isEmpty();
        }
        statements.reset();
        rollbackWhole(wrong);
        assertThat(whatIsActive()).isEmpty();
    }
}
