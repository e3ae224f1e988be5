package org.galileok12.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Teachers (some of them staff or district admins too), other staff, and district admins. */
record EmployeeSegment(Blueprint plan, int kind, int size) implements Segment {

    /** Two a school: a principal and a counsellor. */
    static final int STAFF_PER_SCHOOL = 2;

    @Override
    public void write(JsonGenerator json, int index, boolean older) throws IOException {
        boolean teacher = kind == Kind.TEACHER;
        // Staff and admins are named from numbers that no teacher has.
        int name = teacher ? index : 10_000_000 + kind * 1_000_000 + index;
        boolean changed = plan.change().touches(kind, index);
        json.writeStartObject();
        plan.head(json, kind, index);
        plan.stamps(json, kind, index);
        email(json, index, name);
        json.writeObjectFieldStart("name");
        json.writeStringField("first", plan.teacherFirst(name).text());
        json.writeStringField("middle", "");
        json.writeStringField("last", plan.teacherLast(name).text());
        json.writeEndObject();
        if (!older) {
            json.writeObjectFieldStart("lms_status");
            json.writeBooleanField("synced_in_lms", teacher);
            json.writeEndObject();
        }
        json.writeObjectFieldStart("roles");
        if (teacher) {
            teacherRole(json, index, changed);
        }
        if (kind == Kind.STAFF || (teacher && index % 20 == 3)) {
            staffRole(json, index, changed);
        }
        if (kind == Kind.DISTRICT_ADMIN || (teacher ? index % 50 == 7 : index % 10 == 1)) {
            json.writeObjectFieldStart("district_admin");
            json.writeStringField("legacy_id", "5b" + plan.ids().id(kind, index).substring(2));
            json.writeStringField("title", index % 2 == 0 ? "Assessment coordinator" : "");
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void email(JsonGenerator json, int index, int name) throws IOException {
        String email = plan.teacherEmail(name);
        if (index % 29 == 4) {
            json.writeStringField("email", email.replace('@', '.'));
        } else if (index % 41 != 5) {
            json.writeStringField("email", email);
        }
    }

    private void teacherRole(JsonGenerator json, int index, boolean changed) throws IOException {
        int school = plan.shape().schoolOfCohort(index);
        json.writeObjectFieldStart("teacher");
        json.writeStringField("legacy_id", "5e" + plan.ids().id(kind, index).substring(2));
        json.writeStringField("sis_id", "T" + index);
        json.writeStringField("teacher_number", String.valueOf(50_000 + index));
        json.writeStringField("state_id", index % 6 == 2 ? "" : "CA" + index);
        json.writeStringField("title", changed ? "Lead teacher" : "Teacher");
        json.writeStringField("school", plan.ids().id(Kind.SCHOOL, school));
        if (index % 30 == 5) {
            plan.references(json, "schools", Kind.SCHOOL, school, (school + 1) % plan.shape().schools);
        } else {
            plan.references(json, "schools", Kind.SCHOOL, school);
        }
        credentials(json, index);
        json.writeEndObject();
    }

    private void staffRole(JsonGenerator json, int index, boolean changed) throws IOException {
        boolean teacher = kind == Kind.TEACHER;
        int school = teacher ? plan.shape().schoolOfCohort(index) : index / STAFF_PER_SCHOOL;
        json.writeObjectFieldStart("staff");
        json.writeStringField("legacy_id", "5f" + plan.ids().id(kind, index).substring(2));
        json.writeStringField("staff_id", (teacher ? "TS" : "S") + index);
        json.writeStringField("department", index % 3 == 0 ? "" : "Office");
        json.writeStringField("title", changed ? "Acting principal" : index % 2 == 0 ? "Principal" : "Counselor");
        plan.references(json, "schools", Kind.SCHOOL, school);
        json.writeArrayFieldStart("roles");
        json.writeString(index % 2 == 0 ? "Principal" : "Other");
        json.writeEndArray();
        credentials(json, index);
        json.writeEndObject();
    }

    private void credentials(JsonGenerator json, int index) throws IOException {
        json.writeObjectFieldStart("credentials");
        json.writeStringField("district_username", (kind == Kind.TEACHER ? "t" : "s") + index);
        json.writeEndObject();
        json.writeObjectFieldStart("ext");
        json.writeEndObject();
    }
}
