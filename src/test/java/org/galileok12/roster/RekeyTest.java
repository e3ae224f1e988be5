package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fault cases F44 and F45: Clever gives somebody whom we know another id. */
class RekeyTest extends RosterScenario {

    @ParameterizedTest
    @ValueSource(strings = {"student", "teacher", "staff", "contact"})
    void f44_somebody_under_a_new_clever_id_stays_the_same_person(String role) {
        var north = district.school("North");
        var child = district.student("Bob Ode", north);
        var amy = listed(role, "Amy Ng", north, child);
        syncDone();
        var before = personId(amy);

        amy.newId();
        var result = syncDone();

        assertThat(count(result, "person", "rekeyed")).isEqualTo(1);
        assertThat(count(result, "total", "created")).isZero();
        assertThat(count(result, "total", "deactivated")).isZero();
        assertThat(personId(amy)).isEqualTo(before);
        assertThat(active(role, amy)).isTrue();
        assertThat(journal(result)).contains("person re-key");
        assertThat(alerts()).isEmpty();
        nothingLeftToDo();
    }

    @Test
    void a_student_keeps_the_classes_and_contacts_of_the_old_clever_id() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        district.contact("Mai Ng", amy);
        var ruth = district.teacher("Ruth Okafor", north);
        var maths = district.section("Maths", north).taughtBy(ruth).with(amy);
        syncDone();

        amy.newId();
        ruth.newId();
        var result = syncDone();

        assertThat(count(result, "person", "rekeyed")).isEqualTo(2);
        assertThat(count(result, "total", "created")).isZero();
        assertThat(count(result, "total", "deactivated")).isZero();
        assertThat(intervals("enrollment", maths, amy)).containsExactly("open");
        assertThat(intervals("teaching", maths, ruth)).containsExactly("open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Amy Jones", "Amelia Ng", "amy NG"})
    void one_equal_name_is_enough(String newName) {
        var amy = district.student("Amy Ng", district.school("North"));
        syncDone();
        var before = personId(amy);

        amy.newId().named(newName);
        syncDone();

        assertThat(personId(amy)).isEqualTo(before);
    }

    @Test
    void a_dry_run_shows_a_re_key_and_leaves_no_trace() {
        var amy = district.student("Amy Ng", district.school("North"));
        syncDone();
        var before = wholeRoster();

        amy.newId();
        var shown = dryRun();

        assertThat(count(shown, "person", "rekeyed")).isEqualTo(1);
        assertThat(wholeRoster()).isEqualTo(before);
        assertThat(journal(shown)).isEmpty();
    }

    @Test
    void from_an_incomplete_snapshot_the_arrival_waits() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        var maths = district.section("Maths", north).with(amy);
        syncDone();
        var before = personId(amy);
        var old = amy.id();

        amy.newId();
        var restless = syncIncomplete();

        assertThat(count(restless, "person", "created")).isZero();
        assertThat(count(restless, "person", "rekeyed")).isZero();
        assertThat(one("select active from galileo.person where clever_id = ?", Boolean.class, old))
                .isTrue();
        assertThat(restless.report().path("notices").toString()).contains("1 arrivals wait");

        assertThat(count(syncDone(), "person", "rekeyed")).isEqualTo(1);
        assertThat(personId(amy)).isEqualTo(before);
        assertThat(intervals("enrollment", maths, amy)).containsExactly("open");
    }

    @Test
    void f45_a_teacher_and_a_contact_of_the_same_name_email_and_sis_id_are_two_people() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        var ruth = district.teacher("Ruth Okafor", north).sisId("same");
        var parent = district.contact("Ruth Okafor", amy)
                .sisId("same")
                .email(ruth.json().path("email").asText());

        syncDone();
        assertThat(personId(parent)).isNotEqualTo(personId(ruth));
        parent.newId();
        assertThat(count(syncDone(), "person", "rekeyed")).isEqualTo(1);

        assertThat(active("teacher", ruth)).isTrue();
        assertThat(active("contact", parent)).isTrue();
        assertThat(personId(parent)).isNotEqualTo(personId(ruth));
    }

    private ListedPerson listed(String role, String name, ListedRecord school, ListedPerson child) {
        return switch (role) {
            case "student" -> district.student(name, school);
            case "teacher" -> district.teacher(name, school);
            case "staff" -> district.staff(name, school);
            default -> district.contact(name, child);
        };
    }
}
