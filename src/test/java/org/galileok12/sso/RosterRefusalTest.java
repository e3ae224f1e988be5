package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.galileok12.district.ScheduleChange;
import org.galileok12.district.Schedules;
import org.galileok12.run.Retention;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Section D of the cases in the browser: Clever vouches for somebody, and the roster says no. */
@SuppressWarnings("NullAway.Init")
class RosterRefusalTest extends SsoScenario {

    /** There is no roster to ask, or it does not answer. */
    private static final Set<Reason> NO_IDS = EnumSet.of(Reason.DISTRICT_DISCONNECTED, Reason.ROSTER_DOWN);

    private static final String LONG_AGO = "2020-01-01T00:00:00.000Z";

    @Autowired
    private Retention retention;

    @Autowired
    private SsoSwitch ssoSwitch;

    @Autowired
    private Schedules schedules;

    @Autowired
    private DataSource pool;

    @Test
    void s50_who_is_not_in_the_roster_sees_why_and_is_not_created() {
        var stranger = district.student("Stan Stranger", district.school("South"));
        stranger.set("/created", LONG_AGO);
        var people = people();

        refused(stranger, Reason.NOT_ROSTERED);

        assertThat(people()).isEqualTo(people);
    }

    @Test
    void s50_who_was_made_after_the_snapshot_is_told_of_the_next_sync() {
        var newcomer = district.student("New Comer", district.school("South"));
        newcomer.set("/created", "2099-01-01T00:00:00.000Z");

        refused(newcomer, Reason.ARRIVES_LATER);
    }

    @Test
    void s50_the_next_sync_is_that_of_the_district_in_its_own_time_zone() {
        db.update("update sync.connection set onboarding = 'scheduled' where clever_id = ?", district.id());
        schedules.change(
                district.id(),
                new ScheduleChange("0 30 2 * * ?", "America/Phoenix", null, List.of(), Set.of()),
                "olga");
        var newcomer = district.student("New Comer", district.school("South"));
        newcomer.set("/created", "2099-01-01T00:00:00.000Z");
        CLEVER.signIn().as(newcomer);

        assertThat(browser.open(START).body()).containsPattern("We get them next on [A-Z][a-z]+day, 2:30 AM MST\\.");
    }

    @Test
    void s51_who_was_archived_by_the_last_sync_has_no_session_any_more_and_gets_no_other() {
        signIn(browser);
        student.remove();
        sync();
        assertThat(signedInAs(browser)).isNull();

        browser = newBrowser();
        watch();
        refused(student, Reason.DEACTIVATED);
    }

    @Test
    void s52_nobody_of_a_disconnected_district_comes_in_or_stays() {
        signIn(browser);
        retention.disconnect(district.id(), "olga");
        assertThat(signedInAs(browser)).isNull();

        browser = newBrowser();
        watch();
        refused(student, Reason.DISTRICT_DISCONNECTED);
    }

    @Test
    void s54_the_e_mail_and_the_sis_id_of_somebody_else_open_nothing() {
        student.email("same@north.example");
        student.sisId("S-4711");
        sync();
        var twin = district.student("Stan Stranger", district.school("South")).email("same@north.example");
        twin.sisId("S-4711");
        twin.set("/created", LONG_AGO);

        refused(twin, Reason.NOT_ROSTERED);
    }

    @Test
    void s57_no_role_comes_from_clevers_answer() {
        // Clever says teacher by now, the roster of the last sync says student.
        student.alsoTeacher().alsoDistrictAdmin("Chief");

        signIn(browser);

        attempts.written(Reason.ADMITTED);
        assertThat(db.queryForObject("select role from sso.attempt order by attempt_id desc limit 1", String.class))
                .isEqualTo("student");
    }

    @Test
    void s58_while_the_roster_does_not_answer_nobody_comes_in() throws SQLException {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("lock table galileo.person in access exclusive mode");

                refused(student, Reason.ROSTER_DOWN);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        browser = newBrowser();
        signIn(browser);
    }

    @Test
    void s80_a_district_that_is_switched_off_and_a_role_that_is_not_let_in_are_told_apart() {
        ssoSwitch.off(district.id(), "olga");
        refused(student, Reason.SSO_OFF);

        watch();
        ssoSwitch.on(district.id(), EnumSet.of(Role.TEACHER), null, "olga");
        refused(student, Reason.ROLE_OFF);
    }

    @Test
    void s81_a_contact_is_refused_with_a_reason_of_its_own() {
        var parent = district.contact("Mai Parent", student);
        sync();

        refused(parent, Reason.CONTACT);
    }

    private void refused(ListedPerson person, Reason reason) {
        CLEVER.signIn().as(person);
        var answer = browser.open(START);

        attempts.refused(browser, answer, reason, Asked.ALL);
        attempts.correlated(answer);
        assertThat(attempts.rows().get(0)).containsEntry("clever_id", NO_IDS.contains(reason) ? null : person.id());
    }

    private Long people() {
        return db.queryForObject("select count(*) from galileo.person", Long.class);
    }
}
