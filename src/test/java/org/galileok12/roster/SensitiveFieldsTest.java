package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galileok12.roster.FullRecord.fill;
import static org.galileok12.roster.FullRecord.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.galileok12.simulator.ListedRecord;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Fields that are off by default are stored once an engineer turns them on in fields.yaml. */
class SensitiveFieldsTest extends RosterScenario {

    @DynamicPropertySource
    static void allFieldsOn(DynamicPropertyRegistry registry) {
        registry.add(
                "routes.dir",
                () -> new RoutesCopy()
                        .write("rules/fields.yaml", delivered().replace(", keep: off", ""))
                        .path());
    }

    @Test
    void what_is_turned_on_is_stored() {
        var north = district.school("North");
        fill(north, "", FullRecord.SCHOOL);
        var amy = district.student("Amy Ng", north);
        fill(amy, "/roles/student", FullRecord.STUDENT);
        var ruth = district.teacher("Ruth Okafor", north).alsoStaff("Principal", north);
        var maths = district.section("Maths", north);
        fill(maths, "", FullRecord.SECTION);

        syncDone();

        assertThat(json(values("student", amy))).isEqualTo(json("""
                {"sis_id": "v-sis", "student_number": "v-number", "state_id": "v-state-id", "grade_raw": "13",
                 "grade": "12+", "grade_min": 13, "grade_max": 13, "graduation_year": "v-year",
                 "enrollments": [{"school": "v-school", "start_date": "2025-08-18", "end_date": "2026-06-10"}],
                 "dob": "2010-01-16", "gender": "v-gender", "race": "v-race", "hispanic_ethnicity": true,
                 "ell_status": false, "iep_status": "v-iep", "frl_status": "v-frl", "gifted_status": true,
                 "section_504_status": false, "disability_code": "v-dis-code", "disability_status": true,
                 "disability_type": "v-dis-type", "home_language": "v-language", "home_language_code": "v-code",
                 "address": "v-address", "city": "v-city", "state": "v-state", "zip": "v-zip", "lat": "v-lat",
                 "lon": "v-lon", "ext": {"a": "v-ext"}}"""));
        ext("school", north, "{\"a\": \"v-ext\"}");
        ext("section", maths, "{\"a\": \"v-ext\"}");
        ext("teacher", ruth, "{\"team\": \"Blue\"}");
        ext("staff", ruth, "{\"team\": \"Blue\"}");
        nothingLeftToDo();
    }

    private void ext(String table, ListedRecord record, String object) {
        assertThat(json(values(table, record)).path("ext")).as(table).isEqualTo(json(object));
    }

    private static String delivered() {
        try {
            return Files.readString(Path.of("routes", "rules", "fields.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException("The delivered fields.yaml could not be read.", e);
        }
    }
}
