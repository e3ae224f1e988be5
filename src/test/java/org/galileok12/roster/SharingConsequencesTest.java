package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What follows for others when a rule keeps somebody out. The rule: no twelfth grade. */
class SharingConsequencesTest extends SyncScenario {

    @DynamicPropertySource
    static void rules(DynamicPropertyRegistry registry) {
        registry.add(
                "routes.dir",
                () -> new RoutesCopy()
                        .write("rules/sharing.yaml", "default: {exclude: {grades: ['12']}}\ndistricts: {}\n")
                        .path());
    }

    @Test
    void a_student_kept_out_takes_enrollments_an_emptied_section_and_a_lonely_contact_along() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north).grade("5");
        var old = district.student("Olga Ode", north).grade("12");
        var hers = district.contact("Mai Ng", amy);
        var lonely = district.contact("Pat Ode", old);
        var ruth = district.teacher("Ruth Okafor", north);
        var mixed = district.section("Mixed", north).taughtBy(ruth).with(amy, old);
        var seniors = district.section("Seniors", north).taughtBy(ruth).with(old);

        var result = syncDone();

        assertThat(rows("select clever_id from galileo.person where district_id = ? order by 1", districtId()))
                .extracting(row -> row.get("clever_id"))
                .containsExactlyInAnyOrder(amy.id(), hers.id(), ruth.id())
                .doesNotContain(lonely.id());
        assertThat(rows("select clever_id from galileo.section where district_id = ?", districtId()))
                .extracting(row -> row.get("clever_id"))
                .containsExactly(mixed.id())
                .doesNotContain(seniors.id());
        assertThat(count(result, "enrollment", "created")).isEqualTo(1);
        assertThat(rows("select clever_id, rule from sync.filtered_id where district_id = ? order by 1", districtId()))
                .extracting(row -> row.get("rule"))
                .containsExactlyInAnyOrder("exclude.grades", "follows.students", "follows.students");
    }

    @Test
    void rules_that_leave_no_student_fail_the_run() {
        var north = district.school("North");
        district.student("Olga Ode", north).grade("12");

        var result = sync();

        assertThat(result.outcome()).isEqualTo(org.galileok12.run.Outcome.FAILED);
        assertThat(result.reason()).contains("leave no student");
    }
}
