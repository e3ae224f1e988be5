package org.galileok12.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The grades that do not follow from a student's place in school: Other, Ungraded, beyond 12, blank, null, absent. */
final class OddGrades {

    private OddGrades() {}

    static void write(JsonGenerator json, int student, int level, String usual) throws IOException {
        if (student % 89 == 2) {
            json.writeNullField("grade");
        } else if (student % 97 != 3) {
            json.writeStringField("grade", text(student, level, usual));
        }
    }

    /** How many years a grade is above Kindergarten; -1 for those before it. */
    static int number(String grade) {
        if (grade.equals("Kindergarten")) {
            return 0;
        }
        return Character.isDigit(grade.charAt(0)) ? Integer.parseInt(grade) : -1;
    }

    private static String text(int student, int level, String usual) {
        if (student % 71 == 1) {
            return "";
        }
        if (student % 113 == 4) {
            return "Ungraded";
        }
        if ((level == 1 || level == 2) && student % 53 == 0) {
            return "Other";
        }
        if (level == 2 && student % 61 < 2) {
            return student % 61 == 0 ? "13" : "PostGraduate";
        }
        return usual;
    }
}
