package org.galileok12.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galileok12.simulator.ListedRecord;

/** Records with a different value in every field, so that a value in the wrong column shows. */
final class FullRecord {

    private static final ObjectMapper JSON = new ObjectMapper();

    static final String SCHOOL = """
            {"name": "v-name", "sis_id": "v-sis", "school_number": "v-number", "state_id": "v-state-id",
             "nces_id": "v-nces", "mdr_number": "v-mdr", "phone": "v-phone", "low_grade": "PreKindergarten",
             "high_grade": "Other",
             "location": {"address": "v-address", "city": "v-city", "state": "v-state", "zip": "v-zip",
                          "lat": "v-lat", "lon": "v-lon"},
             "principal": {"name": "v-principal", "email": "v-principal-email"}, "ext": {"a": "v-ext"},
             "created": "2025-01-02T03:04:05.678Z", "last_modified": "2025-02-03T04:05:06.789Z"}""";

    static final String STUDENT = """
            {"sis_id": "v-sis", "student_number": "v-number", "state_id": "v-state-id", "grade": "13",
             "graduation_year": "v-year", "dob": "1/16/2010", "gender": "v-gender", "race": "v-race",
             "hispanic_ethnicity": "Y", "ell_status": "N", "iep_status": "v-iep", "frl_status": "v-frl",
             "gifted_status": "Y", "section_504_status": "N", "home_language": "v-language",
             "home_language_code": "v-code",
             "disability": {"disability_code": "v-dis-code", "disability_status": "Y", "disability_type": "v-dis-type"},
             "preferred_name": {"first": "v-pref-first", "middle": "v-pref-middle", "last": "v-pref-last"},
             "credentials": {"district_username": "v-username"}, "ext": {"a": "v-ext"},
             "enrollments": [{"school": "v-school", "start_date": "2025-08-18", "end_date": "2026-06-10"}],
             "location": {"address": "v-address", "city": "v-city", "state": "v-state", "zip": "v-zip",
                          "lat": "v-lat", "lon": "v-lon"}}""";

    static final String SECTION = """
            {"name": "v-name", "sis_id": "v-sis", "subject": "v-subject", "period": "v-period",
             "section_number": "v-number", "grade": "Kindergarten", "ext": {"a": "v-ext"},
             "created": "2025-01-02T03:04:05.678Z", "last_modified": "2025-02-03T04:05:06.789Z"}""";

    private FullRecord() {}

    /** Gives a record, or an object in it, these fields. */
    static void fill(ListedRecord record, String pointer, String fields) {
        record.edit(all -> (pointer.isEmpty() ? all : (ObjectNode) all.at(pointer)).setAll((ObjectNode) json(fields)));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON: " + text, e);
        }
    }
}
