package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody made by hand whom the SIS now brings stays the same person, and belongs to the SIS from then on. */
class AdoptionTest extends RosterScenario {

    @ParameterizedTest
    @CsvSource({
        "student, username,       /roles/student/credentials/district_username",
        "student, sis_id,         /roles/student/sis_id",
        "student, student_number, /roles/student/student_number",
        "teacher, username,       /roles/teacher/credentials/district_username",
        "teacher, sis_id,         /roles/teacher/sis_id",
        "teacher, teacher_number, /roles/teacher/teacher_number",
        "staff,   username,       /roles/staff/credentials/district_username",
        "staff,   staff_id,       /roles/staff/staff_id",
    })
    void equal_key_and_last_name_in_the_same_role_are_the_same_person(String role, String key, String pointer) {
        var north = district.school("North");
        var made = manual();
        var byName = key.equals("username");
        var id = byName
                ? made.person("Amelia", "Ng", "same-key", role)
                : made.person("Amelia", "Ng", "another-name", role, key, "same-key");
        var amy = listed(role, "Amy Ng", north).set(pointer, "same-key");

        var result = syncDone();

        assertThat(count(result, "person", "adopted")).isEqualTo(1);
        assertThat(count(result, "person", "created")).isZero();
        assertThat(count(result, role, "adopted")).isEqualTo(1);
        assertThat(count(result, role, "created")).isZero();
        assertThat(personId(amy)).isEqualTo(id);
        assertThat(idOf(role, amy)).isEqualTo(id);
        assertThat(column("person", "first_name", amy)).isEqualTo("Amy");
        assertThat(manualRows()).isEmpty();
        assertThat(journal(result)).contains("person adopt", role + " adopt");
        assertThat(alerts()).isEmpty();
        nothingLeftToDo();
    }

    @ParameterizedTest
    @CsvSource({
        "OBRIEN,          O'Brien",
        "O’Brien,         O'Brien",
        "NUNEZ,           Núñez",
        "Émile,           EMILE",
        "Smith Jones,     Smith-Jones",
        "smith‑jones,     Smith-Jones",
        "Kaʻahumanu,      Ka'ahumanu",
        "ÅSTRÖM,          åström",
        "ИВАНОВ,          Иванов",
        "李,               李",
    })
    void last_names_are_equal_without_case_accents_apostrophes_and_hyphens(String byHand, String inSis) {
        var north = district.school("North");
        var id = manual().person("Amy", byHand, "amy", "student");
        var amy = district.student("Amy Ng", north)
                .set("/name/last", inSis)
                .set("/roles/student/credentials/district_username", "amy");

        syncDone();

        assertThat(personId(amy)).isEqualTo(id);
        assertThat(column("person", "last_name", amy)).isEqualTo(inSis);
    }

    @Test
    void a_dry_run_shows_an_adoption_and_leaves_no_trace() {
        var north = district.school("North");
        manual().person("Amy", "Ng", "amy", "student", "sis_id", "77");
        district.student("Amy Ng", north).sisId("77");
        var before = wholeRoster();

        var shown = dryRun();

        assertThat(count(shown, "person", "adopted")).isEqualTo(1);
        assertThat(count(shown, "student", "adopted")).isEqualTo(1);
        assertThat(wholeRoster()).isEqualTo(before);
        assertThat(journal(shown)).isEmpty();
        assertThat(alerts()).isEmpty();
        assertThat(count(syncDone(), "person", "adopted")).isEqualTo(1);
    }

    @Test
    void classes_that_an_adopted_person_has_by_hand_stay_by_hand() {
        var north = district.school("North");
        var maths = district.section("Maths", north);
        var made = manual();
        var student = made.person("Amy", "Ng", "amy", "student", "sis_id", "77");
        var club = made.insert("section", "name", "Chess club");
        made.enroll(club, student);
        syncDone();
        made.enroll(idOf("section", maths), student);
        var enrollments = rows(
                "select * from galileo.enrollment where district_id = ? and origin = 'manual' order by id",
                districtId());
        assertThat(enrollments).hasSize(2);

        maths.with(district.student("Amy Ng", north).sisId("77"));
        var result = syncDone();

        assertThat(count(result, "person", "adopted")).isEqualTo(1);
        assertThat(count(result, "enrollment", "created")).isEqualTo(1);
        assertThat(rows(
                        "select * from galileo.enrollment where district_id = ? and origin = 'manual' order by id",
                        districtId()))
                .isEqualTo(enrollments);
    }

    @Test
    void an_adopted_person_leaves_like_everybody_else() {
        var north = district.school("North");
        district.student("Bob Ode", north);
        manual().person("Amy", "Ng", "amy", "student", "sis_id", "77");
        var amy = district.student("Amy Ng", north).sisId("77");
        syncDone();

        amy.remove();
        assertThat(count(syncDone(), "student", "deactivated")).isEqualTo(1);

        assertThat(active("person", amy)).isFalse();
        assertThat(active("student", amy)).isFalse();
    }

    private ListedPerson listed(String role, String name, ListedRecord school) {
        return switch (role) {
            case "student" -> district.student(name, school);
            case "teacher" -> district.teacher(name, school);
            default -> district.staff(name, school);
        };
    }
}
