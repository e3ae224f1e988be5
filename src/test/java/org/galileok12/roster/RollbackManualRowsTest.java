package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows made by hand are not a run's, and an adopted one becomes a row made by hand again. */
class RollbackManualRowsTest extends RollbackScenario {

    @Test
    void an_adoption_is_handed_back_as_it_was() {
        var north = district.school("North");
        manual().person("Amelia", "Ng", "amy", "student", "sis_id", "77", "grade", "4");
        var before = manualRowsWithoutMoments();
        var amy = district.student("Amy Ng", north).sisId("77");
        district.section("Maths", north).with(amy);
        var run = syncDone();
        assertThat(count(run, "person", "adopted")).isEqualTo(1);

        var report = rollbackWhole(run);

        assertThat(manualRowsWithoutMoments()).isEqualTo(before);
        assertThat(report.at("/entities/person").toString()).isEqualTo("{\"hand-back\":1}");
        assertThat(report.at("/entities/student").toString()).isEqualTo("{\"hand-back\":1}");
        assertThat(whatIsActive()).hasSize(2).allMatch(row -> row.contains("\"origin\": \"manual\""));
    }

    @Test
    void rows_made_by_hand_stay_while_all_around_them_goes_back() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        var maths = district.section("Maths", north).with(amy);
        syncDone();
        maths.remove();
        amy.grade("6");
        var wrong = syncDone();
        var made = manual();
        var club = made.insert("section", "name", "Chess club");
        made.enroll(club, personId(amy));
        made.enroll(idOf("section", maths), personId(amy));
        made.person("Max", "Manual", "max", "student");
        made.role(personId(amy), "student", "grade", "12");
        var before = manualRows();

        rollbackWhole(wrong);

        assertThat(manualRows()).isEqualTo(before).hasSize(6);
        assertThat(column("student", "grade", amy)).isEqualTo("5");
        assertThat(intervals("enrollment", maths, amy)).containsExactly("open");
    }

    private List<String> manualRowsWithoutMoments() {
        return manualRows().stream()
                .map(row -> row.replaceAll("\"changed_at\": \"[^\"]*\", ", ""))
                .toList();
    }
}
