package org.galileok12.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Students, as they were at first with some gone, or those who arrive with a change. */
record StudentSegment(Blueprint plan, boolean arriving) implements Segment {

    private static final List<String> RACES = List.of(
            "Caucasian", "Asian", "Black or African American", "Two or More Races", "American Indian", "Unknown", "");
    private static final List<String> YES_NO = List.of("N", "N", "N", "N", "Y", "");
    private static final List<String> GENDERS = List.of("M", "F", "M", "F", "F", "M", "X", "");
    private static final List<String> FRL = List.of("Paid", "Paid", "Free", "Reduced", "Other", "");
    private static final List<String> LANGUAGES = List.of("English", "English", "Spanish", "Chinese", "Arabic");
    private static final List<String> CODES = List.of("eng", "eng", "spa", "zho", "ara");

    @Override
    public int kind() {
        return arriving ? Kind.ARRIVAL : Kind.STUDENT;
    }

    @Override
    public int size() {
        return arriving ? plan.change().arrivals(plan.shape().students) : plan.shape().students;
    }

    @Override
    public boolean exists(int index) {
        return arriving || !plan.change().leaves(index);
    }

    @Override
    public void write(JsonGenerator json, int index, boolean older) throws IOException {
        // An arriving student takes the place in school of a member of the cohort.
        int place = arriving ? plan.shape().members(plan.change().cohort(index, plan.shape().cohorts), 0)[0] : index;
        Draw draw = plan.draw(kind(), index);
        int family = plan.shape().familyOf(place);
        NamePool.Part first = plan.names().first(family, draw);
        NamePool.Part last = plan.familyName(family);
        int changed = arriving ? 0 : plan.change().fieldOf(index);
        String firstName = changed == 1 ? first.text() + " Jo" : first.text();
        json.writeStartObject();
        plan.head(json, kind(), index);
        plan.stamps(json, kind(), index);
        String slug = first.slug() + "." + last.slug() + (arriving ? "n" : "") + index;
        String email = email(slug, index, changed == 2);
        if (email != null) {
            json.writeStringField("email", email);
        }
        name(json, "name", firstName, last.text(), index);
        if (!older) {
            json.writeObjectFieldStart("lms_status");
            json.writeBooleanField("synced_in_lms", index % 9 == 0);
            json.writeEndObject();
        }
        json.writeObjectFieldStart("roles");
        json.writeObjectFieldStart("student");
        json.writeStringField("sis_id", (arriving ? "90" : "10") + (100_000 + index));
        schooling(json, index, place, changed == 3, draw);
        traits(json, index, draw);
        if (!older) {
            newer(json, index, draw, firstName, last.text());
        }
        json.writeObjectFieldStart("credentials");
        json.writeStringField("district_username", slug);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void schooling(JsonGenerator json, int index, int place, boolean regraded, Draw draw) throws IOException {
        int school = plan.shape().schoolOf(place);
        json.writeStringField("legacy_id", "5d" + plan.ids().id(kind(), index).substring(2));
        json.writeStringField("student_number", String.valueOf(200_000 + index));
        json.writeStringField("state_id", index % 19 == 3 ? "" : String.valueOf(7_000_000 + index));
        json.writeStringField("school", plan.ids().id(Kind.SCHOOL, school));
        if (index % 40 == 7) {
            plan.references(json, "schools", Kind.SCHOOL, school, (school + 1) % plan.shape().schools);
        } else {
            plan.references(json, "schools", Kind.SCHOOL, school);
        }
        json.writeArrayFieldStart("enrollments");
        if (index % 3 == 0) {
            json.writeStartObject();
            json.writeStringField("school", plan.ids().id(Kind.SCHOOL, school));
            json.writeStringField("start_date", "2025-08-18");
            json.writeStringField("end_date", "2026-06-05");
            json.writeEndObject();
        }
        json.writeEndArray();
        String grade = plan.shape().grade(place);
        String now = regraded ? (grade.equals("6") ? "7" : "6") : grade;
        OddGrades.write(json, index, RosterShape.level(school), now);
        int year = 2020 - OddGrades.number(grade);
        boolean blank = index % 67 == 8;
        json.writeStringField("dob", blank ? "" : (1 + draw.below(12)) + "/" + (1 + draw.below(28)) + "/" + year);
        json.writeStringField("graduation_year", index % 4 == 0 ? "" : String.valueOf(year + 18));
    }

    private static void traits(JsonGenerator json, int index, Draw draw) throws IOException {
        if (index % 43 != 9) {
            json.writeStringField("gender", draw.of(GENDERS));
        }
        json.writeStringField("race", draw.of(RACES));
        json.writeStringField("hispanic_ethnicity", draw.of(YES_NO));
        if (index % 47 == 10) {
            json.writeNullField("ell_status");
            json.writeNullField("location");
        } else {
            json.writeStringField("ell_status", draw.of(YES_NO));
            json.writeObjectFieldStart("location");
            json.writeStringField("address", "");
            json.writeStringField("city", "");
            json.writeStringField("state", "CA");
            json.writeStringField("zip", String.valueOf(90_000 + draw.below(6_000)));
            json.writeEndObject();
        }
        json.writeObjectFieldStart("ext");
        if (index % 5 == 0) {
            json.writeStringField("bus_route", String.valueOf(index % 30));
        }
        json.writeEndObject();
    }

    private void newer(JsonGenerator json, int index, Draw draw, String first, String last) throws IOException {
        int language = draw.below(LANGUAGES.size());
        json.writeStringField("home_language", LANGUAGES.get(language));
        json.writeStringField("home_language_code", CODES.get(language));
        json.writeStringField("frl_status", draw.of(FRL));
        json.writeStringField("iep_status", draw.of(YES_NO));
        json.writeStringField("gifted_status", draw.of(YES_NO));
        json.writeStringField("section_504_status", draw.of(YES_NO));
        if (index % 10 == 4) {
            name(json, "preferred_name", first, last, index);
        }
        if (index % 20 == 6) {
            json.writeObjectFieldStart("disability");
            json.writeStringField("disability_code", "sld");
            json.writeStringField("disability_status", "Y");
            json.writeStringField("disability_type", "Specific learning disability");
            json.writeEndObject();
        }
    }

    private static void name(JsonGenerator json, String field, String first, String last, int index)
            throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("first", first);
        if (index % 11 == 5) {
            json.writeNullField("middle");
        } else if (index % 11 != 6) {
            json.writeStringField("middle", index % 2 == 0 ? "" : String.valueOf((char) ('A' + index % 26)));
        }
        json.writeStringField("last", last);
        json.writeEndObject();
    }

    /** Absent for one in 37, blank for one in 61, without an @ for one in 83. */
    private static @Nullable String email(String slug, int index, boolean moved) {
        if (index % 37 == 1) {
            return null;
        }
        if (index % 61 == 2) {
            return "";
        }
        return slug + (index % 83 == 3 ? "." : "@") + (moved ? "new." : "") + "students.example";
    }
}
