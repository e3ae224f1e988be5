package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is rostered by which rule. What follows for sections, contacts and teachers: {@link WhoFollowsTest}. */
class WhoIsSharedTest extends SharingScenario {

    @ParameterizedTest
    @EnumSource(names = {"NORTH_ONLY", "NORTH_ONLY_BY_EXCLUDING"})
    void a_student_outside_the_shared_schools_takes_enrollments_along(TownRules rules) {
        var town = town(rules);

        syncDone();

        assertThat(active(town, "school")).containsExactly("north");
        assertThat(active(town, "person"))
                .containsExactlyInAnyOrder("amy", "dora", "ruth", "pat", "ada", "parentOfAmy", "parentOfBoth");
        assertThat(active(town, "section")).containsExactlyInAnyOrder("maths", "empty");
        assertThat(sitting(town)).containsExactly("maths amy");
    }

    @Test
    void a_student_in_several_schools_is_shared_if_one_of_them_is_and_belongs_to_that_one_alone() {
        var town = town(TownRules.KEPT_OUT);

        var report = syncDone().report();

        assertThat(rows("""
                        select c.clever_id as school, s.school_id as primary_school
                        from galileo.person p
                        join galileo.student s using (district_id, id)
                        join galileo.person_school r on r.district_id = p.district_id and r.person_id = p.id
                        join galileo.school c on c.district_id = r.district_id and c.id = r.school_id
                        where p.clever_id = ?
                        """, town.dora.id()))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("school", town.north.id()).containsEntry("primary_school", null));
        // What our own rules kept out is no reference that Clever does not show.
        assertThat(report.path("references")).isEmpty();
    }

    @Test
    void a_grade_in_clevers_word_keeps_out_who_is_in_it() {
        var town = town(TownRules.NO_KINDERGARTEN);

        syncDone();

        assertThat(active(town, "person")).contains("amy", "dora", "sue").doesNotContain("ben", "parentOfBen");
    }

    @Test
    void a_grade_by_galileos_label_means_every_grade_of_that_label() {
        var town = town(TownRules.GRADES_BY_LABEL);
        town.amy.grade("PostGraduate");
        var ungraded = town.district.student("Una Underhill", town.north).grade(null);

        syncDone();

        assertThat(active(town, "person")).contains("amy", "ben", "dora").doesNotContain(ungraded.id());
    }

    @Test
    void exclude_beats_include() {
        var town = town(TownRules.BOTH_SAID);

        syncDone();

        assertThat(active(town, "person")).contains("amy").doesNotContain("ben", "dora", "sue");
        assertThat(active(town, "school")).containsExactly("north");
    }

    @Test
    void a_rule_for_one_person_beats_both() {
        var town = town(TownRules.PEOPLE);

        syncDone();

        assertThat(active(town, "person"))
                .contains("ben", "dora", "parentOfBen", "parentOfBoth")
                .doesNotContain("amy", "parentOfAmy");
        assertThat(sitting(town)).containsExactlyInAnyOrder("maths ben", "art ben", "club dora");
    }

    @Test
    void a_person_loses_only_the_role_that_is_not_shared() {
        var town = town(TownRules.NO_STAFF_NO_CONTACTS);

        syncDone();

        assertThat(active(town, "person")).containsExactlyInAnyOrder("amy", "ben", "dora", "ruth", "tom", "pat", "ada");
        assertThat(rows("""
                        select count(t.id) as teachers, count(s.id) as staff
                        from galileo.person p
                        left join galileo.teacher t on t.district_id = p.district_id and t.id = p.id
                        left join galileo.staff s on s.district_id = p.district_id and s.id = p.id
                        where p.clever_id = ?
                        """, town.pat.id())).singleElement().hasToString("{teachers=1, staff=0}");
        assertThat(keptOut(town))
                .containsExactlyInAnyOrder(
                        "users sue exclude.roles",
                        "users parentOfAmy exclude.roles",
                        "users parentOfBen exclude.roles",
                        "users parentOfBoth exclude.roles");
    }

    @Test
    void the_default_is_for_districts_without_an_entry_and_an_entry_replaces_it_as_a_whole() {
        var town = town(TownRules.BY_DEFAULT);
        syncDone();
        assertThat(active(town, "person")).contains("ben", "pat").doesNotContain("sue");

        var other = town(TownRules.NOTHING_MET);
        syncDone();
        assertThat(active(other, "person")).contains("sue").doesNotContain("amy");
    }

    @Test
    void what_no_rule_value_met_is_reported() {
        var town = town(TownRules.STUDENTS_LEAVE);
        assertThat(syncDone().report().path("rulesWithoutMatch")).isEmpty();

        town.ben.remove();

        assertThat(syncDone().report().path("rulesWithoutMatch"))
                .singleElement()
                .hasToString("\"exclude.grades=K\"");
    }
}
