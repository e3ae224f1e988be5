package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clever makes terms and courses up, and often anew: a new id for the same thing changes nothing for the classes. */
@SuppressWarnings("NullAway.Init")
class RenewedTermsTest extends RosterScenario {

    private ListedRecord north;
    private ListedRecord fall;
    private ListedRecord five;
    private ListedSection maths;

    @BeforeEach
    void aSyncedClass() {
        north = district.school("North");
        fall = district.term("Fall", "2025-08-18", "2025-12-19");
        five = district.course("Maths 5", "M5");
        var amy = district.student("Amy Ng", north);
        maths = district.section("Maths", north).course(five).term(fall).with(amy);
        syncDone();
    }

    @Test
    void a_term_of_the_same_name_and_dates_and_a_course_of_the_same_number_keep_our_id() {
        var term = idOf("term", fall);
        var course = idOf("course", five);

        fall.newId();
        five.newId().set("/name", "Mathematics 5");
        var result = syncDone();

        assertThat(count(result, "term", "rekeyed")).isEqualTo(1);
        assertThat(count(result, "course", "rekeyed")).isEqualTo(1);
        assertThat(count(result, "total", "created")).isZero();
        assertThat(count(result, "total", "deactivated")).isZero();
        assertThat(idOf("term", fall)).isEqualTo(term);
        assertThat(idOf("course", five)).isEqualTo(course);
        assertThat(column("course", "name", five)).isEqualTo("Mathematics 5");
        assertThat(column("section", "term_id", maths)).isEqualTo(term);
        assertThat(column("section", "course_id", maths)).isEqualTo(course);
        assertThat(journal(result)).contains("term re-key", "course re-key");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_section_whose_course_and_term_are_renewed_shows_no_change_of_its_own() {
        var modified = maths.json().get("last_modified");
        fall.newId();
        five.newId();
        maths.edit(record -> record.set("last_modified", modified));
        var result = syncDone();

        assertThat(count(result, "term", "rekeyed")).isEqualTo(1);
        assertThat(journal(result)).containsExactlyInAnyOrder("term re-key", "course re-key");
    }

    @Test
    void other_dates_are_another_term() {
        var old = fall.id();
        fall.newId().set("/end_date", "2025-12-20");
        var result = syncDone();

        assertThat(count(result, "term", "created")).isEqualTo(1);
        assertThat(count(result, "term", "deactivated")).isEqualTo(1);
        assertThat(one("select active from galileo.term where clever_id = ?", Boolean.class, old))
                .isFalse();
        assertThat(column("section", "term_id", maths)).isEqualTo(idOf("term", fall));
    }

    @Test
    void two_terms_alike_are_both_new() {
        fall.newId();
        district.term("Fall", "2025-08-18", "2025-12-19");
        var result = syncDone();

        assertThat(count(result, "term", "rekeyed")).isZero();
        assertThat(count(result, "term", "created")).isEqualTo(2);
        assertThat(count(result, "term", "deactivated")).isEqualTo(1);
    }

    @Test
    void a_course_number_that_two_courses_had_tells_nothing() {
        var again = district.course("Maths 5 again", "M5");
        syncDone();
        five.newId();
        again.newId();
        var result = syncDone();

        assertThat(count(result, "course", "rekeyed")).isZero();
        assertThat(count(result, "course", "created")).isEqualTo(2);
        assertThat(count(result, "course", "deactivated")).isEqualTo(2);
        assertThat(column("section", "course_id", maths)).isEqualTo(idOf("course", five));
    }

    @Test
    void a_course_without_a_number_is_known_by_its_name() {
        five.set("/number", null);
        syncDone();
        var course = idOf("course", five);
        five.newId();
        syncDone();

        assertThat(idOf("course", five)).isEqualTo(course);
    }

    @Test
    void a_term_of_which_nothing_is_known_is_never_taken_for_another() {
        var bare = district.term("", "", "");
        syncDone();
        bare.newId();
        var result = syncDone();

        assertThat(count(result, "term", "rekeyed")).isZero();
        assertThat(count(result, "term", "created")).isEqualTo(1);
    }

    @Test
    void a_term_that_is_still_there_is_not_taken_over_by_one_like_it() {
        var term = idOf("term", fall);
        district.term("Fall", "2025-08-18", "2025-12-19");
        var result = syncDone();

        assertThat(count(result, "term", "created")).isEqualTo(1);
        assertThat(count(result, "term", "rekeyed")).isZero();
        assertThat(idOf("term", fall)).isEqualTo(term);
    }
}
