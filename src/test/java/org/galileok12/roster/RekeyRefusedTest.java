package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.run.RunResult;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Districts recycle numbers: who only looks like somebody we knew is new, and a person is asked. */
@SuppressWarnings("NullAway.Init")
class RekeyRefusedTest extends RosterScenario {

    private ListedRecord north;
    private ListedPerson amy;
    private long before;

    @BeforeEach
    void aSyncedStudent() {
        north = district.school("North");
        district.student("Bob Ode", north);
        amy = district.student("Amy Ng", north).sisId("77");
        syncDone();
        before = personId(amy);
    }

    @Test
    void other_names_are_somebody_else_and_asked_once() {
        amy.remove();
        var next = district.student("Zoe Lund", north).sisId("77");

        isNew(next, syncDone());
        assertThat(active("person", amy)).isFalse();
        assertThat(alerts()).containsExactly("possible re-key, " + next.id() + ", " + before);
        nothingLeftToDo();
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void f44_who_had_left_already_is_somebody_else_and_asked() {
        amy.remove();
        syncDone();
        var next = district.student("Amy Ng", north).sisId("77");

        isNew(next, syncDone());
        assertThat(active("person", amy)).isFalse();
        assertThat(alerts()).containsExactly("possible re-key, " + next.id() + ", " + before);
    }

    @Test
    void of_two_arrivals_neither_is_taken_for_the_one_who_left() {
        amy.remove();
        var next = district.student("Amy Ng", north).sisId("77");
        var other = district.student("Amy Nguyen", north).sisId("77");

        var result = syncDone();

        assertThat(count(result, "person", "created")).isEqualTo(2);
        assertThat(count(result, "person", "rekeyed")).isZero();
        assertThat(count(result, "person", "deactivated")).isEqualTo(1);
        assertThat(personId(next)).isNotEqualTo(before);
        assertThat(personId(other)).isNotEqualTo(before);
        assertThat(alerts()).hasSize(2).allMatch(alert -> alert.startsWith("possible re-key"));
    }

    @Test
    void of_two_who_left_neither_is_taken_for_the_arrival() {
        var twin = district.student("Amy Nguyen", north).sisId("77");
        syncDone();
        amy.remove();
        twin.remove();
        var next = district.student("Amy Ng", north).sisId("77");

        isNew(next, syncDone());
        assertThat(alerts()).containsExactly("possible re-key, " + next.id() + ", " + before);
    }

    @Test
    void who_is_still_there_under_the_old_id_is_somebody_else() {
        var twin = district.student("Amy Ng", north).sisId("77");

        isNew(twin, syncDone());
        assertThat(personId(amy)).isEqualTo(before);
        assertThat(active("person", amy)).isTrue();
        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_student_never_becomes_an_employee() {
        amy.remove();
        var next = district.teacher("Amy Ng", north)
                .sisId("77")
                .email(amy.json().path("email").asText());

        var result = syncDone();

        assertThat(count(result, "person", "created")).isEqualTo(1);
        assertThat(count(result, "person", "rekeyed")).isZero();
        assertThat(personId(next)).isNotEqualTo(before);
        assertThat(active("person", amy)).isFalse();
        assertThat(alerts()).isEmpty();
    }

    @Test
    void an_equal_email_alone_means_nothing() {
        amy.remove();
        var next = district.student("Amy Ng", north)
                .sisId("78")
                .email(amy.json().path("email").asText());

        isNew(next, syncDone());
        assertThat(alerts()).isEmpty();
    }

    @Test
    void f44_another_sis_id_under_another_clever_id_is_somebody_else() {
        amy.newId().sisId("78");
        var result = syncDone();

        assertThat(count(result, "person", "created")).isEqualTo(1);
        assertThat(count(result, "person", "deactivated")).isEqualTo(1);
        assertThat(personId(amy)).isNotEqualTo(before);
    }

    @Test
    void somebody_of_another_district_is_somebody_else() {
        amy.remove();
        var first = district;
        district = CLEVER.district(district.id() + " neighbour");
        var next = district.student("Amy Ng", district.school("South")).sisId("77");
        syncDone();
        district = first;
        var result = syncDone();

        assertThat(count(result, "person", "deactivated")).isEqualTo(1);
        assertThat(count(result, "person", "rekeyed")).isZero();
        assertThat(one("select id from galileo.person where clever_id = ?", Long.class, next.id()))
                .isNotEqualTo(before);
        assertThat(alerts()).isEmpty();
    }

    private void isNew(ListedPerson arrival, RunResult result) {
        assertThat(count(result, "person", "created")).isEqualTo(1);
        assertThat(count(result, "student", "created")).isEqualTo(1);
        assertThat(count(result, "person", "rekeyed")).isZero();
        assertThat(personId(arrival)).isNotEqualTo(before);
        assertThat(active("student", arrival)).isTrue();
    }
}
