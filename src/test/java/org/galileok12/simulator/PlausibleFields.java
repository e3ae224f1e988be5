package org.galileok12.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Complete records of API v3.1 for a district of a test: every field of the documented model, each with a value. */
final class PlausibleFields {

    private PlausibleFields() {}

    static ObjectNode district(String id, String name) {
        ObjectNode record = object().put("id", id).put("name", name);
        record.put("sis_type", "sftp").put("state", "running").put("error", "");
        record.put("last_sync", Moments.text(Moments.LAST_SYNC)).put("launch_date", "2025-08-01");
        record.put("portal_url", "https://clever.com/in/" + slug(name)).put("mdr_number", "01000001");
        record.put("nces_id", "0600001").putNull("pause_start").putNull("pause_end");
        record.put("lms_type", "canvas").put("lms_state", "success");
        record.put("last_attendance_sync", Moments.text(Moments.LAST_SYNC));
        record.putArray("login_methods").add("Clever Passwords").add("Google");
        ObjectNode contact = record.putObject("district_contact")
                .put("id", id.substring(0, 22) + "ff")
                .put("district", id);
        contact.put("email", "owner@" + slug(name) + ".example").put("title", "Data Coordinator");
        contact.putObject("name").put("first", "Dana").put("middle", "").put("last", "Ownby");
        return record;
    }

    static ObjectNode school(ObjectNode record, String name, int number) {
        record.put("name", name).put("sis_id", "SCH" + number).put("school_number", String.valueOf(100 + number));
        record.put("state_id", "ST" + number).put("nces_id", "06000" + number).put("mdr_number", "010" + number);
        record.put("phone", "(555) 010-0" + number)
                .put("low_grade", "Kindergarten")
                .put("high_grade", "12");
        location(record);
        record.putObject("principal").put("name", "Pat Marsh").put("email", "principal" + number + "@school.example");
        record.putObject("ext").put("magnet", "N");
        return record;
    }

    static ObjectNode section(ObjectNode record, String name, int number) {
        record.put("name", name).put("sis_id", "SEC" + number).put("section_number", String.valueOf(number));
        record.put("period", String.valueOf(1 + number % 7))
                .put("subject", "math")
                .put("grade", "5");
        record.putNull("course").putNull("term_id").putNull("teacher");
        record.putArray("students");
        record.putArray("teachers");
        record.putObject("ext").put("room", "R" + number);
        record.putObject("lms_status").put("synced_in_lms", false);
        return record;
    }

    static ObjectNode person(ObjectNode record, String fullName, String email) {
        int space = fullName.lastIndexOf(' ');
        record.put("email", email);
        record.putObject("name")
                .put("first", space < 0 ? "" : fullName.substring(0, space))
                .put("middle", "")
                .put("last", fullName.substring(space + 1));
        record.putObject("lms_status").put("synced_in_lms", false);
        record.putObject("roles");
        return record;
    }

    static ObjectNode student(ObjectNode person, int number) {
        ObjectNode role = role(person, "student");
        String own = String.valueOf(100_000 + number);
        role.put("sis_id", own)
                .put("student_number", own)
                .put("state_id", "9" + own)
                .put("grade", "5");
        role.put("graduation_year", "2033").put("dob", (1 + number % 12) + "/" + (1 + number % 28) + "/2015");
        role.put("gender", List.of("F", "M", "X").get(number % 3))
                .put("race", "Asian")
                .put("hispanic_ethnicity", "N");
        role.put("ell_status", "N")
                .put("iep_status", "N")
                .put("frl_status", "Paid")
                .put("gifted_status", "N");
        role.put("section_504_status", "N").put("home_language", "Spanish").put("home_language_code", "spa");
        role.putObject("preferred_name")
                .put("first", person.at("/name/first").asText())
                .put("middle", "")
                .put("last", person.at("/name/last").asText());
        role.putObject("disability")
                .put("disability_code", "other")
                .put("disability_status", "N")
                .put("disability_type", "Other");
        role.putArray("enrollments");
        role.put("created", person.path("created").asText())
                .put("last_modified", person.path("created").asText());
        role.put("email", person.path("email").asText());
        location(role);
        return credentials(role, person);
    }

    static ObjectNode teacher(ObjectNode person, int number) {
        ObjectNode role = role(person, "teacher").put("sis_id", "T" + number).put("teacher_number", "TN" + number);
        return credentials(role.put("state_id", "TS" + number).put("title", "Teacher"), person);
    }

    static ObjectNode staff(ObjectNode person, String title, int number) {
        ObjectNode role = role(person, "staff").put("staff_id", "S" + number).put("department", "Office");
        role.putArray("roles").add("Other");
        return credentials(role.put("title", title), person);
    }

    static ObjectNode contact(ObjectNode person, int number) {
        ObjectNode role = role(person, "contact").put("sis_id", "C" + number).put("phone", "(555) 020-" + number);
        role.put("phone_type", "Cell").putArray("student_relationships");
        return role;
    }

    static ObjectNode role(ObjectNode person, String name) {
        ObjectNode role = ((ObjectNode) person.get("roles")).putObject(name);
        return role.put("legacy_id", "5e" + person.path("id").asText().substring(2));
    }

    /** Lower-case ASCII letters, digits and dots of a name; "x" when nothing is left. */
    static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        String slug = plain.replaceAll("\\s+", ".").replaceAll("[^a-z0-9.]", "");
        return slug.isEmpty() ? "x" : slug;
    }

    private static ObjectNode credentials(ObjectNode role, ObjectNode person) {
        String name = person.at("/name/first").asText() + " "
                + person.at("/name/last").asText();
        String id = person.path("id").asText();
        role.putObject("credentials").put("district_username", slug(name) + "." + id.substring(20));
        role.putObject("ext").put("team", "Blue");
        return role;
    }

    private static void location(ObjectNode record) {
        ObjectNode place = record.putObject("location").put("address", "12 Main Street");
        place.put("city", "Springfield").put("state", "CA").put("zip", "90000");
        place.put("lat", "34.05").put("lon", "-118.24");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
