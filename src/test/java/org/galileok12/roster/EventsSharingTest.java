package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sharing rules hold for what events tell; what they say about the whole district is left to a full run. No twelfth grade. */
class EventsSharingTest extends EventsScenario {

    @DynamicPropertySource
    static void rules(DynamicPropertyRegistry registry) {
        registry.add(
                "routes.dir",
                () -> new RoutesCopy()
                        .write("rules/sharing.yaml", "default: {exclude: {grades: ['12']}}\ndistricts: {}\n")
                        .path());
    }

    @Test
    void whom_a_rule_keeps_out_is_remembered_as_filtered_and_whom_it_lets_in_again_is_not() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north).grade("5");
        followed();
        var old = district.student("Olga Ode", north).grade("12");

        var run = followDone();

        assertThat(rows("select 1 from galileo.person where clever_id = ?", old.id()))
                .isEmpty();
        assertThat(keptOut()).isEqualTo(1);
        assertThat(run.report().path("filteredBy").toString()).contains("exclude.grades");
        old.grade("11");
        followDone();
        assertThat(active("student", old)).isTrue();
        assertThat(keptOut()).isZero();
        assertThat(active("student", amy)).isTrue();
        nothingLeftToDo();
    }

    @Test
    void who_comes_under_a_rule_is_switched_off_with_what_hangs_on_them() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north).grade("5");
        var ben = district.student("Ben Ode", north).grade("11");
        var maths = district.section("Maths", north).with(amy, ben);
        followed();
        ben.grade("12");

        followDone();

        assertThat(active("student", ben) || active("person", ben)).isFalse();
        assertThat(intervals("enrollment", maths, ben)).containsExactly("closed");
        assertThat(keptOut()).isEqualTo(1);
        nothingLeftToDo();
    }

    @Test
    void arrivals_that_a_rule_judges_by_the_whole_district_wait_for_a_full_run() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north).grade("5");
        followed();
        var old = district.student("Olga Ode", north).grade("12");
        var contact = district.contact("Pat Ode", old);
        var hers = district.contact("Mai Ng", amy);
        var seniors = district.section("Seniors", north).with(old);
        var fifth = district.section("Fifth", north).with(amy);

        var run = followDone();

        assertThat(run.report().path("events").path("leftToFullRun").asLong()).isPositive();
        assertThat(rows("select 1 from galileo.person where clever_id = ?", contact.id()))
                .isEmpty();
        assertThat(rows("select 1 from galileo.section where district_id = ?", districtId()))
                .isEmpty();
        syncDone();
        assertThat(active("contact", hers)).isTrue();
        assertThat(intervals("enrollment", fifth, amy)).containsExactly("open");
        assertThat(rows("select 1 from galileo.section where clever_id = ?", seniors.id()))
                .isEmpty();
        assertThat(rows("select 1 from galileo.person where clever_id = ?", contact.id()))
                .isEmpty();
        nothingLeftToDo();
    }

    private long keptOut() {
        return one("select count(*) from sync.filtered_id where district_id = ?", Long.class, districtId());
    }
}
