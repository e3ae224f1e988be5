package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** From a snapshot that proves nothing, nobody and nothing is taken for what it resembles. */
class UnprovenIdentityTest extends RosterScenario {

    @Test
    void without_last_sync_a_new_id_whose_old_one_is_there_at_the_second_reading_ends_the_run() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north).sisId("4711");
        district.student("Bob Ode", north);
        district.lastSync(null);
        syncDone();
        var before = personId(amy);
        var twin = district.student("Amy Ng", north).sisId("4711");
        amy.remove();
        CLEVER.onPage("users", 1).in(district);
        CLEVER.onPage("users", 1).in(district).before(amy::restore);

        assertThat(syncFails("DATA").reason()).contains("1 records that seemed to have a new id may be others");

        var next = syncDone();
        assertThat(count(next, "person", "rekeyed")).isZero();
        assertThat(personId(amy)).isEqualTo(before);
        assertThat(personId(twin)).isNotEqualTo(before);
        assertThat(active("person", amy)).isTrue();
    }

    @Test
    void without_last_sync_a_new_id_whose_old_one_stays_away_is_the_same_person_after_a_second_reading() {
        var amy = district.student("Amy Ng", district.school("North"));
        district.lastSync(null);
        syncDone();
        var before = personId(amy);
        amy.newId();
        CLEVER.forgetRequests();

        assertThat(count(syncDone(), "person", "rekeyed")).isEqualTo(1);

        assertThat(CLEVER.requests("users")).hasSize(2);
        assertThat(personId(amy)).isEqualTo(before);
    }

    @Test
    void a_term_and_a_course_from_an_unproven_snapshot_take_nobodys_id_and_close_nothing() {
        var fall = district.term("Fall", "2025-08-18", "2025-12-19");
        var five = district.course("Maths 5", "M5");
        district.section("Maths", district.school("North")).course(five).term(fall);
        syncDone();
        var term = idOf("term", fall);
        var course = idOf("course", five);
        var oldTerm = fall.id();
        var oldCourse = five.id();

        fall.newId();
        five.newId();
        var restless = syncIncomplete();

        assertThat(count(restless, "term", "rekeyed")).isZero();
        assertThat(count(restless, "course", "rekeyed")).isZero();
        assertThat(count(restless, "total", "deactivated")).isZero();
        assertThat(one("select id from galileo.term where clever_id = ? and active", Long.class, oldTerm))
                .isEqualTo(term);
        assertThat(one("select id from galileo.course where clever_id = ? and active", Long.class, oldCourse))
                .isEqualTo(course);
        assertThat(idOf("term", fall)).isNotEqualTo(term);
        assertThat(idOf("course", five)).isNotEqualTo(course);
    }
}
