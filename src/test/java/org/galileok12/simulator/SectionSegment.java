package org.galileok12.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One section per cohort and period. {@code arrivals} tells which new students each cohort gets. */
record SectionSegment(Blueprint plan, Map<Integer, List<Integer>> arrivals) implements Segment {

    @Override
    public int kind() {
        return Kind.SECTION;
    }

    @Override
    public int size() {
        return plan.shape().cohorts * plan.shape().periods;
    }

    @Override
    public void write(JsonGenerator json, int index, boolean older) throws IOException {
        int cohort = index / plan.shape().periods;
        int period = index % plan.shape().periods;
        int school = plan.shape().schoolOfCohort(cohort);
        int[] members = plan.shape().members(cohort, period);
        String grade = plan.shape().grade(members[0]);
        int subject = (cohort + period) % CourseSegment.SUBJECTS.size();
        int teacher = plan.shape().teacher(cohort, period, 0);
        json.writeStartObject();
        plan.head(json, Kind.SECTION, index);
        plan.stamps(json, Kind.SECTION, index);
        json.writeStringField("school", plan.ids().id(Kind.SCHOOL, school));
        json.writeStringField(
                "name",
                CourseSegment.name(grade, subject) + " - "
                        + plan.teacherLast(teacher).text() + " - " + (period + 1));
        json.writeStringField("sis_id", "SEC" + index);
        json.writeStringField("section_number", index % 4 == 1 ? "" : String.valueOf(1000 + index));
        json.writeStringField("period", index % 31 == 2 ? "" : String.valueOf(period + 1));
        json.writeStringField("subject", CourseSegment.SUBJECTS.get(subject));
        if (index % 37 == 3) {
            json.writeNullField("grade");
        } else {
            json.writeStringField("grade", grade);
        }
        reference(json, "course", Kind.COURSE, CourseSegment.number(grade, subject), index % 67 == 4);
        int term = RosterShape.level(school) == 2 ? 1 + period % 2 : 0;
        reference(json, "term_id", Kind.TERM, term, index % 89 == 5);
        students(json, index, cohort, members);
        teachers(json, index, cohort, period, teacher);
        json.writeObjectFieldStart("ext");
        json.writeStringField("room", "R" + school % 90 + period);
        json.writeEndObject();
        if (!older) {
            json.writeObjectFieldStart("lms_status");
            json.writeBooleanField("synced_in_lms", index % 2 == 0);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void reference(JsonGenerator json, String field, int kind, int number, boolean none) throws IOException {
        if (none) {
            json.writeNullField(field);
        } else {
            json.writeStringField(field, plan.ids().id(kind, number));
        }
    }

    /** Leavers are gone, arrivals are there; a section that the change touches loses its first student. */
    private void students(JsonGenerator json, int index, int cohort, int[] members) throws IOException {
        boolean touched = plan.change().touches(Kind.SECTION, index);
        boolean changes = plan.change().fraction() > 0;
        json.writeArrayFieldStart("students");
        for (int k = touched && members.length > 1 ? 1 : 0; k < members.length; k++) {
            if (!changes || !plan.change().leaves(members[k])) {
                json.writeString(plan.ids().id(Kind.STUDENT, members[k]));
            }
        }
        for (int arrival : arrivals.getOrDefault(cohort, List.of())) {
            json.writeString(plan.ids().id(Kind.ARRIVAL, arrival));
        }
        json.writeEndArray();
    }

    /** One section in 8 has a co-teacher; one in 50 has teachers but no primary one, one in 97 none at all. */
    private void teachers(JsonGenerator json, int index, int cohort, int period, int teacher) throws IOException {
        boolean alone = index % 97 == 11;
        reference(json, "teacher", Kind.TEACHER, teacher, alone || index % 50 == 9);
        if (alone) {
            plan.references(json, "teachers", Kind.TEACHER);
        } else if (index % 8 == 1 && plan.shape().teacher(cohort, period, 1) != teacher) {
            plan.references(
                    json, "teachers", Kind.TEACHER, teacher, plan.shape().teacher(cohort, period, 1));
        } else {
            plan.references(json, "teachers", Kind.TEACHER, teacher);
        }
    }
}
