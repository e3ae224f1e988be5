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
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Words for what a guard holds back and a person decides, and for schools large enough to trip one. */
@TestPropertySource(properties = "clever.page-size=200")
abstract class GuardScenario extends RosterScenario {

    static final String OPERATOR = "Olga Operator";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    HeldPlans heldPlans;

    /** Held, approved or not: no active row hangs on one that is switched off. */
    @AfterEach
    void nobodyStaysHalf() {
        assertThat(db.queryForList("""
                        with here as (select district_id from sync.connection where clever_id = ?)
                        select 'student' as row, s.id from galileo.student s
                        left join galileo.person p using (district_id, id)
                        left join galileo.school a on a.district_id = s.district_id and a.id = s.school_id
                        where s.district_id = (select district_id from here) and s.active and (not p.active or not a.active)
                        union all
                        select 'teacher', t.id from galileo.teacher t
                        left join galileo.person p using (district_id, id) where t.district_id = (select district_id from here) and t.active and not p.active
                        union all
                        select 'section', s.id from galileo.section s
                        left join galileo.school a on a.district_id = s.district_id and a.id = s.school_id
                        where s.district_id = (select district_id from here) and s.active and not a.active
                        union all
                        select 'person_school', r.id from galileo.person_school r
                        left join galileo.person p on p.district_id = r.district_id and p.id = r.person_id
                        left join galileo.school a on a.district_id = r.district_id and a.id = r.school_id
                        where r.district_id = (select district_id from here) and r.active and (not p.active or not a.active)
                        union all
                        select 'enrollment', e.id from galileo.enrollment e
                        left join galileo.student s on s.district_id = e.district_id and s.id = e.student_id
                        left join galileo.section c on c.district_id = e.district_id and c.id = e.section_id
                        where e.district_id = (select district_id from here) and e.active_until is null and (not s.active or not c.active)
                        union all
                        select 'teaching', e.id from galileo.teaching e
                        left join galileo.teacher t on t.district_id = e.district_id and t.id = e.teacher_id
                        left join galileo.section c on c.district_id = e.district_id and c.id = e.section_id
                        where e.district_id = (select district_id from here) and e.active_until is null and (not t.active or not c.active)
                        union all
                        select 'contact_student', r.id from galileo.contact_student r
                        left join galileo.contact c on c.district_id = r.district_id and c.id = r.contact_id
                        left join galileo.student s on s.district_id = r.district_id and s.id = r.student_id
                        where r.district_id = (select district_id from here) and r.active and (not c.active or not s.active)
                        """, district.id())).isEmpty();
    }

    /** A student who is active has the school memberships and classes of before. */
    void isWhole(ListedPerson student, int classes) {
        assertThat(active("person", student) && active("student", student)).isTrue();
        assertThat(one(
                        "select count(*) from galileo.person_school where district_id = ? and person_id = ? and active",
                        Long.class,
                        districtId(),
                        personId(student)))
                .isEqualTo(1);
        assertThat(one(
                        "select count(*) from galileo.enrollment where district_id = ? and student_id = ? and active_until is null",
                        Long.class,
                        districtId(),
                        personId(student)))
                .isEqualTo(classes);
    }

    static long rejected(RunResult result) {
        return result.report()
                .path("guard")
                .path("rejected")
                .valueStream()
                .mapToLong(rejection -> rejection.path("rows").asLong())
                .sum();
    }

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
