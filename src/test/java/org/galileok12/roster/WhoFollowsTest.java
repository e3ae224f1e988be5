package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a narrowing rule means for records that hang on others: only what the rule caused goes. */
class WhoFollowsTest extends SharingScenario {

    @Test
    void a_section_named_keeps_its_students_teachers_and_school_although_nothing_else_is_shared() {
        var town = town(TownRules.ART_ONLY);

        syncDone();

        assertThat(active(town, "section")).containsExactly("art");
        assertThat(active(town, "school")).containsExactly("south");
        assertThat(active(town, "person"))
                .contains("ben", "tom", "parentOfBen", "parentOfBoth", "ada")
                .doesNotContain("amy", "dora", "ruth", "pat", "parentOfAmy");
        assertThat(sitting(town)).containsExactly("art ben");
    }

    @Test
    void a_section_named_beside_a_shared_school_adds_its_students_and_teachers() {
        var town = town(TownRules.NORTH_AND_ART);

        syncDone();

        assertThat(active(town, "section")).containsExactlyInAnyOrder("maths", "art", "empty");
        assertThat(active(town, "person")).contains("amy", "ben", "dora", "ruth", "tom", "pat", "parentOfBen");
        assertThat(sitting(town)).containsExactlyInAnyOrder("maths amy", "maths ben", "art ben");
    }

    @Test
    void only_a_rule_empties_a_section_out_of_the_roster() {
        var town = town(TownRules.UNREADABLE);
        var stranger = town.district.student("Olaf Outsider", town.north);
        var ghosts = town.district.section("Ghosts", town.north).with(stranger);
        var parent = town.district.contact("Otto Outsider", stranger);
        // Clever names the student still, and does not let us read him or her.
        stranger.remove();

        var report = syncDone().report();

        assertThat(active(town, "section"))
                .contains("maths", "club", "empty", ghosts.id())
                .doesNotContain("art");
        assertThat(active(town, "person")).contains(parent.id()).doesNotContain("ben");
        assertThat(report.path("references")).hasToString("{\"enrollment.student\":1,\"contact_student.student\":1}");
    }

    @Test
    void a_contact_stays_while_a_student_does_and_goes_with_the_last() {
        var town = town(TownRules.STUDENTS_LEAVE_ONE_BY_ONE);
        syncDone();
        assertThat(active(town, "person"))
                .contains("parentOfAmy", "parentOfBoth")
                .doesNotContain("parentOfBen");

        town.amy.grade("Kindergarten");
        syncDone();

        assertThat(active(town, "person")).contains("dora").doesNotContain("amy", "parentOfAmy", "parentOfBoth");
        assertThat(active(town, "section")).containsExactlyInAnyOrder("club", "empty");
        assertThat(keptOut(town)).contains("users parentOfBoth follows.students", "sections maths follows.students");
    }

    @Test
    void a_teacher_stays_while_a_shared_section_or_school_does() {
        var town = town(TownRules.TEACHERS);
        // Tom works at South, which is not shared, and helps in a class at North.
        town.maths.taughtBy(town.ruth, town.tom);
        syncDone();
        assertThat(active(town, "person")).contains("ruth", "tom", "pat").doesNotContain("sue");

        town.maths.taughtBy(town.ruth);
        town.empty.remove();
        syncDone();

        // Pat teaches nobody now, and works at North.
        assertThat(active(town, "person")).contains("ruth", "pat").doesNotContain("tom");
        assertThat(keptOut(town)).contains("users tom include.schools");
    }

    @Test
    void a_student_in_quarantine_keeps_the_section_and_the_contact() {
        var town = town(TownRules.QUARANTINE);
        syncDone();

        town.amy.set("/roles/student/school", 7);
        var report = syncDone().report();

        assertThat(report.path("quarantine"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.path("id").asText()).isEqualTo(town.amy.id()));
        assertThat(active(town, "person"))
                .contains("amy", "parentOfAmy", "parentOfBoth")
                .doesNotContain("ben");
        assertThat(active(town, "section")).contains("maths").doesNotContain("art");
        assertThat(sitting(town)).containsExactlyInAnyOrder("maths amy", "club dora");
        assertThat(rows("""
                        select 1 from galileo.contact_student r
                        join galileo.person p on p.district_id = r.district_id and p.id = r.student_id
                        where p.clever_id = ? and r.active
                        """, town.amy.id())).hasSize(2);
    }

    @Test
    void a_section_in_quarantine_takes_nobody_along_whom_only_it_keeps() {
        var town = town(TownRules.SECTION_IN_QUARANTINE);
        syncDone();
        var before = active(town, "person");

        town.art.set("/students", List.of("not-an-id"));
        var result = syncIncomplete("sections");

        assertThat(result.report().path("quarantine")).hasSize(1);
        assertThat(active(town, "person")).containsExactlyInAnyOrderElementsOf(before);
        assertThat(active(town, "section")).contains("art", "maths");
    }
}
