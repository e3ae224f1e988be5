package org.galileok12.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Schools, or the four terms of the year. */
record PlaceSegment(Blueprint plan, int kind, int size) implements Segment {

    static final int TERMS = 4;
    private static final List<String> LEVELS = List.of("Elementary", "Middle", "High", "Elementary");
    private static final List<String> LOW = List.of("InfantToddler", "6", "9", "Kindergarten");
    private static final List<String> HIGH = List.of("5", "8", "12", "5");
    private static final List<String> TERM = List.of("Full Year 2025-26", "Fall 2025", "Spring 2026", "");
    private static final List<String> START = List.of("2025-08-18", "2025-08-18", "2026-01-12", "2026-06-15");
    private static final List<String> END = List.of("2026-06-05", "2025-12-19", "2026-06-05", "");

    @Override
    public void write(JsonGenerator json, int index, boolean older) throws IOException {
        json.writeStartObject();
        plan.head(json, kind, index);
        if (kind == Kind.TERM) {
            json.writeStringField("name", TERM.get(index));
            json.writeStringField("start_date", START.get(index));
            if (END.get(index).isEmpty()) {
                json.writeNullField("end_date");
            } else {
                json.writeStringField("end_date", END.get(index));
            }
        } else {
            plan.stamps(json, kind, index);
            school(json, index);
        }
        json.writeEndObject();
    }

    private void school(JsonGenerator json, int index) throws IOException {
        int level = RosterShape.level(index);
        String name = index < plan.schoolNames().size()
                ? plan.schoolNames().get(index)
                : plan.names().last(index, plan.draw(Kind.SCHOOL, index)).text() + " " + LEVELS.get(level) + " School";
        json.writeStringField("name", name);
        json.writeStringField("sis_id", "SCH" + index);
        json.writeStringField("school_number", String.valueOf(100 + index));
        json.writeStringField("state_id", index % 4 == 3 ? "" : "ST" + index);
        json.writeStringField("low_grade", LOW.get(level));
        json.writeStringField("high_grade", HIGH.get(level));
        json.writeStringField("phone", "(555) 010-" + (1000 + index % 9000));
        json.writeObjectFieldStart("location");
        json.writeStringField("address", (1 + index) + " Main Street");
        json.writeStringField("city", "Springfield");
        json.writeStringField("state", "CA");
        json.writeStringField("zip", "90000");
        json.writeEndObject();
        json.writeObjectFieldStart("principal");
        json.writeStringField("name", "Pat Marsh");
        json.writeStringField("email", "principal" + index + "@staff.example");
        json.writeEndObject();
        json.writeObjectFieldStart("ext");
        json.writeEndObject();
    }
}
