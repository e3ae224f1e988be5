package org.galileok12.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Parents and others, up to two a family, each related to every child of the family that is still there. */
record ContactSegment(Blueprint plan) implements Segment {

    private static final List<String> RELATIONSHIPS =
            List.of("Parent", "Parent", "Parent", "Grandparent", "Aunt/Uncle", "Sibling", "Other", "");
    private static final List<String> TYPES =
            List.of("Parent/Guardian", "Emergency", "Primary", "Secondary", "Family", "Other", "");
    private static final List<String> PHONES = List.of("Cell", "Home", "Work", "Other", "");

    @Override
    public int kind() {
        return Kind.CONTACT;
    }

    @Override
    public int size() {
        return 2 * plan.shape().families;
    }

    /** One family in 23 has no contact, two in five have only one. */
    @Override
    public boolean exists(int index) {
        int family = index / 2;
        boolean asked = index % 2 == 0 ? family % 23 != 1 : family % 5 < 3;
        return asked && children(family).length > 0;
    }

    @Override
    public void write(JsonGenerator json, int index, boolean older) throws IOException {
        int family = index / 2;
        Draw draw = plan.draw(Kind.CONTACT, index);
        // A parent who also teaches is two users with one e-mail: Clever never merges them.
        boolean teaches = index % 2 == 0 && family % 97 == 11;
        int teacher = family % plan.shape().cohorts;
        NamePool.Part first =
                teaches ? plan.teacherFirst(teacher) : plan.names().first(family, draw);
        NamePool.Part last = teaches ? plan.teacherLast(teacher) : plan.familyName(family);
        json.writeStartObject();
        plan.head(json, Kind.CONTACT, index);
        plan.stamps(json, Kind.CONTACT, index);
        if (teaches) {
            json.writeStringField("email", plan.teacherEmail(teacher));
        } else if (index % 7 != 3) {
            json.writeStringField(
                    "email", index % 13 == 2 ? "" : first.slug() + "." + last.slug() + index + "@family.example");
        }
        json.writeObjectFieldStart("name");
        json.writeStringField("last", first.text() + " " + last.text());
        json.writeEndObject();
        json.writeObjectFieldStart("roles");
        json.writeObjectFieldStart("contact");
        json.writeStringField(
                "legacy_id", "5c" + plan.ids().id(Kind.CONTACT, index).substring(2));
        json.writeStringField("sis_id", index % 3 == 0 ? "" : "P" + index);
        String phone = plan.change().touches(Kind.CONTACT, index) ? "(555) 040-" : "(555) 030-";
        json.writeStringField("phone", index % 8 == 5 ? "" : phone + (1000 + index % 9000));
        json.writeStringField("phone_type", draw.of(PHONES));
        relations(json, family, draw);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void relations(JsonGenerator json, int family, Draw draw) throws IOException {
        String relationship = draw.of(RELATIONSHIPS);
        String type = draw.of(TYPES);
        json.writeArrayFieldStart("student_relationships");
        for (int child : children(family)) {
            json.writeStartObject();
            json.writeStringField("student", plan.ids().id(Kind.STUDENT, child));
            json.writeStringField("relationship", relationship);
            json.writeStringField("type", type);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private int[] children(int family) {
        int[] all = plan.shape().children(family);
        return plan.change().fraction() == 0
                ? all
                : Arrays.stream(all)
                        .filter(child -> !plan.change().leaves(child))
                        .toArray();
    }
}
