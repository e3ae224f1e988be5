package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;
import org.galileok12.simulator.LocalClever;
import org.galileok12.simulator.SchoolDistrict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A district of three schools whose sharing is withdrawn for one: what a person at the terminal types and sees. */
class HeldCommandsTest {

    private static final String DATABASE = Postgres.newDatabase();
    private static final Pattern APPROVE = Pattern.compile("approve (\\d+) --plan ([0-9a-f]{16})");

    @SuppressWarnings("NullAway.Init")
    private LocalClever clever;

    @SuppressWarnings("NullAway.Init")
    private SchoolDistrict district;

    private final List<School> schools = new ArrayList<>();

    @BeforeEach
    void begin() {
        clever = LocalClever.start();
        district = clever.district("Three Schools");
        schools.clear();
        List.of("North", "South", "West").forEach(name -> schools.add(school(name)));
    }

    @AfterEach
    void end() {
        clever.close();
    }

    @Test
    void a_withdrawn_school_is_shown_held_approved_rejected_and_superseded() throws JsonProcessingException {
        try (var terminal = new Terminal("withdrawn-school", clever, DATABASE)) {
            assertThat(terminal.type("sync", district.id()).exitCode()).isZero();
            assertThat(terminal.type("held").out()).isEqualTo("Nothing is held.\n");
            var south = schools.get(1);
            south.withdraw();
            district.student("Ann Arrival", schools.get(0).place());

            var dry = terminal.type("sync", district.id(), "--dry-run");
            assertThat(dry.exitCode()).isEqualTo(2);
            assertThat(dry.out())
                    .containsPattern("Plan [0-9a-f]{16}:")
                    .containsPattern("North +person school +1")
                    .containsPattern("South +enrollment +12")
                    .contains("student at South: 12 of 12 would leave, the last one with them");
            assertThat(terminal.type("held").exitCode()).isZero();

            var held = terminal.type("sync", district.id());
            assertThat(held.exitCode()).isEqualTo(2);
            assertThat(held.out()).containsPattern("student +37 +1 +0 +0 +36|student +25 +1");
            var listed = terminal.type("held");
            assertThat(listed.exitCode()).isEqualTo(2);
            assertThat(listed.out()).contains("(Three Schools)").contains("student at South: 12 of 12");
            var plans =
                    new ObjectMapper().readTree(terminal.type("held", "--json").out());
            assertThat(plans).hasSize(1);
            var approve = APPROVE.matcher(listed.out());
            assertThat(approve.find()).isTrue();

            var wrong = terminal.type("approve", approve.group(1), "--plan", "0000000000000000", "--by", "Olga Ops");
            assertThat(wrong.exitCode()).isEqualTo(1);
            assertThat(wrong.err()).contains("holds back plan " + approve.group(2));

            var rejected = terminal.type("reject", approve.group(1), "--by", "Olga Ops");
            assertThat(rejected.exitCode()).isZero();
            assertThat(rejected.out()).contains("is rejected by Olga Ops");
            var after = terminal.type("sync", district.id());
            assertThat(after.exitCode()).isZero();
            assertThat(after.out())
                    .containsPattern("Rejected: 54 rows stay, by Olga Ops at .* \\(run " + approve.group(1));

            south.giveBack();
            assertThat(terminal.type("sync", district.id()).exitCode()).isZero();
            south.withdraw();
            var asked = APPROVE.matcher(terminal.type("sync", district.id()).out());
            assertThat(asked.find()).isTrue();
            south.giveBack();
            assertThat(terminal.type("sync", district.id()).exitCode()).isZero();
            var superseded = terminal.type("approve", asked.group(1), "--plan", asked.group(2));
            assertThat(superseded.exitCode()).isEqualTo(1);
            assertThat(superseded.err()).contains("was superseded by run");

            south.withdraw();
            var again = APPROVE.matcher(terminal.type("sync", district.id()).out());
            assertThat(again.find()).isTrue();
            var approved = terminal.type("approve", again.group(1), "--plan", again.group(2), "--by", "Olga Ops");
            assertThat(approved.exitCode()).isZero();
            assertThat(approved.out()).contains(": done").containsPattern("student .* 12 ");
            var twice = terminal.type("approve", again.group(1), "--plan", again.group(2));
            assertThat(twice.exitCode()).isEqualTo(1);
            assertThat(twice.err()).contains("was approved by Olga Ops and applied by run");
        }
    }

    @Test
    void bad_input_is_a_sentence_and_64() {
        try (var terminal = new Terminal("held-bad-input", clever, DATABASE)) {
            assertThat(terminal.type("approve", "12").exitCode()).isEqualTo(64);
            assertThat(terminal.type("approve", "twelve", "--plan", "0123456789abcdef")
                            .exitCode())
                    .isEqualTo(64);
            assertThat(terminal.type("approve", "12", "--plan", "South").exitCode())
                    .isEqualTo(64);
            assertThat(terminal.type("reject", "-1").exitCode()).isEqualTo(64);
            assertThat(terminal.type("reject", "987654321").err()).isEqualTo("There is no run 987654321.\n");
        }
    }

    private School school(String name) {
        var place = district.school(name);
        var teacher = district.teacher(name + " Teacher", place);
        var maths = district.section(name + " Maths", place).taughtBy(teacher);
        var students = new ArrayList<ListedPerson>();
        for (int i = 1; i <= 12; i++) {
            var student = district.student(name + i + " Ng", place);
            students.add(student);
            maths.with(student);
        }
        return new School(place, teacher, maths, students);
    }

    private record School(ListedRecord place, ListedPerson teacher, ListedSection maths, List<ListedPerson> students) {

        void withdraw() {
            maths.remove();
            students.forEach(ListedRecord::remove);
            teacher.remove();
            place.remove();
        }

        void giveBack() {
            place.restore();
            teacher.restore();
            students.forEach(ListedRecord::restore);
            maths.restore();
        }
    }
}
