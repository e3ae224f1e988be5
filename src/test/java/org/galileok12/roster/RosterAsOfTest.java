package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.galileok12.run.Histories;
import org.galileok12.run.UnusableQuestion;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedSection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Who was in a class on a day; days begin and end at midnight in Phoenix, seven hours after UTC's. */
@SuppressWarnings("NullAway.Init")
@TestPropertySource(properties = "sync.time-zone=America/Phoenix")
class RosterAsOfTest extends RosterScenario {

    @Autowired
    private Histories histories;

    private ListedPerson amy;
    private ListedPerson bob;
    private ListedPerson ruth;
    private ListedSection maths;

    @BeforeEach
    void aClassWithAPast() {
        var north = district.school("North");
        amy = district.student("Amy Ng", north);
        bob = district.student("Bob Ode", north);
        var cy = district.student("Cy Poe", north);
        ruth = district.teacher("Ruth Okafor", north);
        maths = district.section("Maths", north).with(amy, bob, cy).taughtBy(ruth);
        syncDone();
        interval(amy, "2026-03-01 07:00Z", "2026-03-10 07:00Z");
        interval(bob, "2026-03-06 06:59Z", null);
        interval(cy, "2026-03-08 12:00Z", "2026-03-08 12:00Z");
        db.update("update galileo.teaching set active_from = '2026-03-02 07:00Z' where teacher_id = ?", personId(ruth));
    }

    @Test
    void a_day_holds_who_was_there_during_any_part_of_it_and_not_who_left_at_its_first_moment() {
        assertThat(students("2026-02-28")).isEmpty();
        assertThat(students("2026-03-01")).containsExactly(amy.id());
        assertThat(students("2026-03-04")).containsExactly(amy.id());
        assertThat(students("2026-03-05")).containsExactly(amy.id(), bob.id());
        assertThat(students("2026-03-09")).containsExactly(amy.id(), bob.id());
        assertThat(students("2026-03-10")).containsExactly(bob.id());
    }

    @Test
    void an_interval_that_ended_as_it_began_holds_nobody() {
        assertThat(students("2026-03-08")).containsExactly(amy.id(), bob.id());
    }

    @Test
    void teachers_are_told_with_since_and_until() {
        assertThat(histories
                        .roster(maths.id(), null, LocalDate.parse("2026-03-01"))
                        .path("teachers"))
                .isEmpty();

        var roster = histories.roster(maths.id(), district.id(), LocalDate.parse("2026-03-02"));

        assertThat(roster.path("teachers").get(0))
                .hasToString(
                        ("{'id':%d,'cleverId':'%s','firstName':'Ruth','lastName':'Okafor','since':'2026-03-02T07:00:00Z',"
                                        + "'until':null,'origin':'clever','primary':true}")
                                .formatted(personId(ruth), ruth.id())
                                .replace('\'', '"'));
        assertThat(roster.path("students").get(0).path("until").asText()).isEqualTo("2026-03-10T07:00:00Z");
        assertThat(roster.path("name").asText()).isEqualTo("Maths");
    }

    @Test
    void our_id_names_the_class_too_and_rows_made_by_hand_are_told() {
        var zoe = manual().person("Zoe", "Zed", "zoe.z", "student");
        manual().enroll(idOf("section", maths), zoe);

        var roster = histories.roster(String.valueOf(idOf("section", maths)), null, LocalDate.parse("2026-03-10"));

        assertThat(roster.path("students"))
                .extracting(one -> one.path("lastName").asText())
                .containsExactly("Ode");
        db.update("update galileo.enrollment set active_from = '2026-03-01Z' where student_id = ?", zoe);
        assertThat(histories
                        .roster(maths.id(), null, LocalDate.parse("2026-03-10"))
                        .path("students"))
                .extracting(one ->
                        one.path("lastName").asText() + " " + one.path("origin").asText())
                .containsExactly("Ode clever", "Zed manual");
    }

    @Test
    void a_day_to_come_an_unknown_class_and_no_id_at_all_are_sentences() {
        assertThatThrownBy(() -> histories.roster(maths.id(), null, LocalDate.parse("2999-01-01")))
                .isInstanceOf(UnusableQuestion.class)
                .hasMessageMatching(
                        "2999-01-01 is yet to come; today is .* \\(America/Phoenix\\)\\. Ask for a day up to today\\.");
        assertThatThrownBy(() -> histories.roster(amy.id(), null, LocalDate.parse("2026-03-01")))
                .isInstanceOf(UnusableQuestion.class)
                .hasMessageStartingWith("No section " + amy.id() + " was ever in the roster.");
        assertThatThrownBy(() -> histories.roster("Maths", null, LocalDate.parse("2026-03-01")))
                .isInstanceOf(UnusableQuestion.class)
                .hasMessageStartingWith("'Maths' is neither a Clever id");
    }

    private List<String> students(String day) {
        return histories
                .roster(maths.id(), null, LocalDate.parse(day))
                .path("students")
                .valueStream()
                .map(one -> one.path("cleverId").asText())
                .toList();
    }

    private void interval(ListedPerson student, String from, @org.jspecify.annotations.Nullable String until) {
        db.update(
                "update galileo.enrollment set active_from = ?::timestamptz, active_until = ?::timestamptz where student_id = ?",
                from,
                until,
                personId(student));
    }
}
