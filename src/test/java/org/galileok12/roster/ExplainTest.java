package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The story of a row as somebody at a help desk reads it. */
@SuppressWarnings("NullAway.Init")
class ExplainTest extends ExplainScenario {

    private ListedRecord north;
    private ListedRecord south;
    private ListedPerson amy;
    private ListedSection maths;
    private ListedSection art;
    private long first;

    @BeforeEach
    void aSyncedDistrict() {
        north = district.school("North");
        south = district.school("South");
        amy = district.student("Amy Ng", north);
        var ruth = district.teacher("Ruth Okafor", north);
        maths = district.section("Maths", north).with(amy).taughtBy(ruth);
        art = district.section("Art", south);
        for (var name : new String[] {"Bob Ode", "Cy Poe", "Di Quo", "Ed Roe"}) {
            art.with(district.student(name, south));
        }
        first = syncDone().runId();
    }

    @Test
    void a_student_who_moved_schools_left_and_came_back_reads_as_a_story() {
        amy.schools(south);
        maths.without(amy);
        art.with(amy);
        var moved = syncDone().runId();
        amy.remove();
        art.without(amy);
        var left = syncDone().runId();
        var goneAnswer = explained(amy).lines().findFirst().orElseThrow();
        amy.restore();
        art.with(amy);
        var back = syncDone().runId();

        var text = explained(amy);

        assertThat(goneAnswer).matches("Person \\d+: Not active since \\d{4}-\\d\\d-\\d\\d\\.");
        assertThat(told(text)).isEqualTo("""
                  <time>  run FIRST (command)
                    first seen: new in Galileo
                    has the role student
                    belongs to school NORTH
                    entered class MATHS
                  <time>  run MOVED (command)
                    changed: nothing but Clever's own date of change
                    role student, changed: school_id
                    no longer belongs to school NORTH
                    belongs to school SOUTH
                    left class MATHS
                    entered class ART
                  <time>  run LEFT (command)
                    switched off: no longer among what the district shares
                    no longer has the role student
                    no longer belongs to school SOUTH
                    left class ART
                  <time>  run BACK (command)
                    switched on again, the same row as before
                    has the role student again
                    belongs to school SOUTH again
                    entered class ART
                """.replace("FIRST", "" + first)
                .replace("MOVED", "" + moved)
                .replace("LEFT", "" + left)
                .replace("BACK", "" + back)
                .replace("NORTH", named("school", "North", north))
                .replace("SOUTH", named("school", "South", south))
                .replace("MATHS", named("section", "Maths", maths))
                .replace("ART", named("section", "Art", art)));
        assertThat(text)
                .startsWith("Person " + personId(amy) + ": Active.\n")
                .contains("  Clever id          " + amy.id() + "\n")
                .contains("  District           " + district.id() + " ("
                        + district.districtRecord().path("name").asText() + ")\n")
                .contains("  Origin             the SIS, through Clever\n")
                .contains("  Roles              student\n")
                .containsPattern(
                        "  Matched            new in run " + first + " \\(.*\\); since then known by its Clever id")
                .containsPattern("The SIS's +clever_id, first_name,.* email, username")
                .containsPattern("The SIS's, student +school_id, sis_id")
                .containsPattern("Ours +district_id, id, origin, active")
                .doesNotContain("Ng");
    }

    @Test
    void values_and_names_are_shown_only_when_asked_for() {
        amy.named("Amaryllis Ng");
        syncDone();

        assertThat(told(amy)).contains("changed: first_name\n").doesNotContain("Amaryllis");
        assertThat(explained(amy.id(), true))
                .contains("(Amaryllis Ng)")
                .contains("      first_name: \"Amy\" → \"Amaryllis\"\n");
    }

    @Test
    void a_new_clever_id_is_told_with_the_old_one_and_the_old_one_finds_the_row() {
        var before = amy.id();
        amy.newId();
        var rekeyed = syncDone().runId();

        assertThat(told(amy)).contains("Clever gave it a new id; it stays the same row here: " + before + " before");
        assertThat(explained(before, false))
                .isEqualTo(explained(amy))
                .contains("; re-keyed in run " + rekeyed)
                .contains(" from Clever id " + before + ";");
    }

    @Test
    void somebody_made_by_hand_is_said_to_be_and_adoption_is_told() {
        var id = manual().person("Zoe", "Zed", "zoe.z", "student", "sis_id", "Z-77");
        assertThat(explained(String.valueOf(id), false))
                .contains("Person " + id + ": Made by hand: no sync touches it.\n")
                .contains("  Origin             made by hand; no sync touches it\n")
                .contains("  Roles              student (by hand)\n")
                .doesNotContain("The SIS's");

        var zoe = district.student("Zoe Zed", south).sisId("Z-77");
        syncDone();

        assertThat(personId(zoe)).isEqualTo(id);
        assertThat(told(zoe))
                .contains("made by hand before; taken over by the SIS (adopted)")
                .contains("role student taken over by the SIS");
        assertThat(explained(zoe)).contains("made by hand before, adopted in run ");
    }

    @Test
    void a_class_is_told_with_who_came_and_went_many_at_once_as_a_number() {
        art.with(amy);
        syncDone();

        assertThat(told(art))
                .contains("4 students: entered\n")
                .contains("student " + personId(amy) + " (" + amy.id() + ") entered\n");
        assertThat(told(maths)).containsPattern("teacher \\d+ \\([0-9a-f]{24}\\) teaches it\n");
    }

    @Test
    void schools_courses_and_terms_have_a_story_too() {
        var fall = district.term("Fall", "2025-08-18", "2025-12-19");
        var five = district.course("Maths 5", "M5");
        syncDone();
        north.set("/name", "New North");
        fall.remove();
        syncDone();

        assertThat(told(north)).contains("changed: name\n");
        assertThat(explained(north)).startsWith("School " + idOf("school", north) + " (New North): Active.");
        assertThat(told(fall)).contains("switched off: ");
        assertThat(explained(five)).startsWith("Course " + idOf("course", five) + " (Maths 5): Active.");
    }

    @Test
    void an_id_that_names_several_rows_tells_each_unless_the_entity_is_said() {
        var id = String.valueOf(idOf("school", north));

        assertThat(histories.explain(id, null, null, false)).hasSizeGreaterThan(1);
        assertThat(histories.explain(id, null, "school", false))
                .singleElement()
                .satisfies(story -> assertThat(story.path("cleverId").asText()).isEqualTo(north.id()));
    }

    @Test
    void an_id_that_nobody_ever_saw_has_no_story() {
        assertThat(histories.explain("0123456789abcdef01234567", null, null, false))
                .isEmpty();
    }

    private String named(String table, String name, ListedRecord record) {
        return name + ", " + idOf(table, record) + " (" + record.id() + ")";
    }
}
