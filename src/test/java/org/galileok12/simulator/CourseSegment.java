package org.galileok12.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** One course per grade and subject. */
record CourseSegment(Blueprint plan) implements Segment {

    static final List<String> SUBJECTS = List.of(
            "homeroom/advisory",
            "english/language arts",
            "math",
            "science",
            "social studies",
            "language",
            "PE and health",
            "arts and music");

    /** Pre-Kindergarten, Kindergarten, 1 to 12. */
    private static final int GRADES = 14;

    @Override
    public int kind() {
        return Kind.COURSE;
    }

    @Override
    public int size() {
        return GRADES * SUBJECTS.size();
    }

    @Override
    public void write(JsonGenerator json, int index, boolean older) throws IOException {
        int grade = index / SUBJECTS.size() - 1;
        json.writeStartObject();
        plan.head(json, Kind.COURSE, index);
        json.writeStringField("name", name(grade, index % SUBJECTS.size()));
        if (index % 30 == 4) {
            json.writeNullField("number");
        } else {
            json.writeStringField("number", "C" + (100 + index));
        }
        json.writeEndObject();
    }

    static int number(String grade, int subject) {
        return (OddGrades.number(grade) + 1) * SUBJECTS.size() + subject;
    }

    static String name(String grade, int subject) {
        return name(OddGrades.number(grade), subject);
    }

    private static String name(int grade, int subject) {
        String of = grade < 0 ? "PK" : grade == 0 ? "K" : String.valueOf(grade);
        return SUBJECTS.get(subject) + " " + of;
    }
}
