package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.galileok12.run.HeldPlans;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Words for what a guard holds back and a person decides, and for schools large enough to trip one. */
@TestPropertySource(properties = "clever.page-size=200")
abstract class GuardScenario extends RosterScenario {

    static final String OPERATOR = "Olga Operator";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    HeldPlans heldPlans;

    /** A school with so many students in one class, its teacher, and a contact for its first student. */
    Campus campus(String name, int students) {
        var school = district.school(name);
        var teacher = district.teacher(name + " Teacher", school);
        var maths = district.section(name + " Maths", school)
                .course(district.course(name + " Maths 5", name))
                .term(district.term(name + " year", "2000-08-18", "2099-06-19"))
                .taughtBy(teacher);
        var list = new ArrayList<ListedPerson>();
        for (int i = 1; i <= students; i++) {
            var student = district.student(name + i + " Ng", school);
            list.add(student);
            maths.with(student);
        }
        return new Campus(school, teacher, maths, list);
    }

    RunResult syncHeld() {
        var result = sync();
        assertThat(result.outcome()).as(String.valueOf(result.reason())).isEqualTo(Outcome.HELD);
        return result;
    }

    RunResult approve(RunResult held) {
        return heldPlans.approve(held.runId(), planOf(held), OPERATOR, Progress.NONE);
    }

    /** The run whose held plan waits in this district; none when nothing waits. */
    List<Long> waiting() {
        return heldPlans
                .open()
                .valueStream()
                .filter(plan -> plan.path("district").asText().equals(district.id()))
                .map(plan -> plan.path("run").asLong())
                .toList();
    }

    static String planOf(RunResult held) {
        return held.report().path("guard").path("plan").asText();
    }

    static long held(RunResult result) {
        return result.report().path("guard").path("held").asLong(-1);
    }

    /** What tripped, as "student at North: 30 of 30". */
    static List<String> scopes(RunResult result) {
        return result.report()
                .path("guard")
                .path("scopes")
                .valueStream()
                .map(scope -> scope.path("entity").asText()
                        + (scope.path("school").isNull()
                                ? ""
                                : " at " + scope.path("school").asText()) + ": "
                        + scope.path("gone").asLong() + " of "
                        + scope.path("of").asLong())
                .toList();
    }

    /** Active, synced rows of the district by table, such as {@code actives("student")}. */
    long actives(String table) {
        var condition = table.equals("enrollment") || table.equals("teaching") ? "active_until is null" : "active";
        return one(
                "select count(*) from galileo." + table + " where district_id = ? and origin = 'clever' and "
                        + condition,
                Long.class,
                districtId());
    }

    /** A school and all that is in it. */
    record Campus(ListedRecord school, ListedPerson teacher, ListedSection maths, List<ListedPerson> students) {

        void withdraw() {
            maths.remove();
            students.forEach(ListedRecord::remove);
            teacher.remove();
            school.remove();
        }

        void giveBack() {
            school.restore();
            teacher.restore();
            students.forEach(ListedRecord::restore);
            maths.restore();
        }
    }
}
