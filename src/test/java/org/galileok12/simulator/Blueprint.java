package org.galileok12.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** What all segments of one generated district share. Immutable. */
record Blueprint(
        long seed,
        RosterShape shape,
        NamePool names,
        GeneratedIds ids,
        RosterChange change,
        String districtName,
        List<String> schoolNames) {

    /** Made long ago for the records that are as at first, later for those that the change touches. */
    void stamps(JsonGenerator json, int kind, int index) throws IOException {
        json.writeStringField("created", "2025-08-01T06:00:00.000Z");
        json.writeStringField(
                "last_modified", change.touches(kind, index) ? "2025-11-19T03:12:45.120Z" : "2025-08-02T07:30:00.000Z");
    }

    void head(JsonGenerator json, int kind, int index) throws IOException {
        json.writeStringField("id", ids.id(kind, index));
        json.writeStringField("district", ids.district());
    }

    void references(JsonGenerator json, String field, int kind, int... indexes) throws IOException {
        json.writeArrayFieldStart(field);
        for (int index : indexes) {
            json.writeString(ids.id(kind, index));
        }
        json.writeEndArray();
    }

    Draw draw(int kind, long index) {
        return new Draw(seed, kind, index);
    }

    NamePool.Part familyName(int family) {
        return names.last(family, draw(0x40, family));
    }

    /** A teacher's names depend on the number alone, since sections and contacts quote them. */
    NamePool.Part teacherFirst(int teacher) {
        return names.first(teacher, draw(0x41, teacher));
    }

    NamePool.Part teacherLast(int teacher) {
        return names.last(teacher, draw(0x42, teacher));
    }

    String teacherEmail(int teacher) {
        return teacherFirst(teacher).slug() + "." + teacherLast(teacher).slug() + teacher + "@staff.example";
    }
}
