package org.galileok12.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.galileok12.rules.Delivered.AMY;
import static org.galileok12.rules.Delivered.DISTRICT;
import static org.galileok12.rules.Delivered.FIELDS;
import static org.galileok12.rules.Delivered.GRADES;
import static org.galileok12.rules.Delivered.PINE;
import static org.galileok12.rules.Delivered.json;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRecordTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {name: 'Algebra'}                  | id-missing
            {id: null}                         | id-missing
            {id: ''}                           | id-missing
            {id: '  '}                         | id-missing
            {id: 12}                           | id-malformed
            {id: {}}                           | id-malformed
            {id: '58da8c63d7dc0ca0680003e'}    | id-malformed
            {id: '58DA8C63D7DC0CA0680003ED'}   | id-malformed
            {id: '58da8c63d7dc0ca0680003eg'}   | id-malformed
            """)
    void f32_a_record_whose_id_cannot_be_read_is_quarantined_without_id(String record, String rule) {
        assertBad(refused("courses", record), null, rule, "/id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'text'", "12", "[]", "null"})
    void f35_what_is_no_object_is_quarantined_without_id(String record) {
        assertBad(refused("courses", record), null, "not-an-object", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            schools  | name: 5                                                  | /name
            schools  | name: 'x', location: {zip: 10459}                        | /location/zip
            courses  | number: 101                                              | /number
            courses  | name: {en: 'Art'}                                        | /name
            courses  | name: true                                               | /name
            courses  | district: 7                                              | /district
            users    | roles: ['student']                                       | /roles
            users    | roles: 'student'                                         | /roles
            users    | roles: {student: 'yes'}                                  | /roles/student
            users    | roles: {student: {grade: 9}}                             | /roles/student/grade
            users    | roles: {student: {school: 5}}                            | /roles/student/school
            users    | roles: {student: {schools: {}}}                          | /roles/student/schools
            users    | roles: {student: {enrollments: ['x']}}                   | /roles/student/enrollments/0
            users    | roles: {staff: {roles: ['a', 1]}}                        | /roles/staff/roles/1
            users    | roles: {contact: {student_relationships: {}}}            | /roles/contact/student_relationships
            users    | roles: {contact: {student_relationships: [5]}}           | /roles/contact/student_relationships/0
            users    | roles: {contact: {student_relationships: [{student: 5}]}}| /roles/contact/student_relationships/0/student
            users    | name: 'Amy Ng', roles: {student: {}}                     | /name
            users    | name: ['Amy', 'Ng'], roles: {student: {}}                | /name
            users    | roles: {student: {preferred_name: 'Amy'}}                | /roles/student/preferred_name
            users    | roles: {staff: {credentials: 5}}                         | /roles/staff/credentials
            schools  | name: 'x', location: 'Main Street'                       | /location
            schools  | name: 'x', principal: true                               | /principal
            sections | students: [1]                                            | /students/0
            sections | teachers: 'x'                                            | /teachers
            """)
    void f35_wrong_type_is_quarantined_with_its_pointer(String collection, String fields, String pointer) {
        assertBad(refused(collection, "{id: '" + AMY + "', " + fields + "}"), AMY, "wrong-type", pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "{}", "[]"})
    void an_object_that_is_empty_in_whatever_way_is_absent(String nothing) {
        var rows = FIELDS.rows(
                DISTRICT,
                "users",
                json("{id: '%s', name: %s, roles: {student: {credentials: %s}}}".formatted(AMY, nothing, nothing)));

        assertThat(Delivered.row(FIELDS, rows, "person"))
                .containsEntry("first_name", null)
                .containsEntry("username", null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            users    | roles: {teacher: {school: 'Pine'}}                          | /roles/teacher/school
            sections | students: ['58da8c58155b940248000007', '', 'x']             | /students/2
            sections | term_id: 'S1'                                               | /term_id
            users    | roles: {contact: {student_relationships: [{student: 'x'}]}} | /roles/contact/student_relationships/0/student
            """)
    void f35_a_reference_that_is_no_clever_id_is_quarantined_with_its_pointer(
            String collection, String fields, String pointer) {
        assertBad(refused(collection, "{id: '" + AMY + "', " + fields + "}"), AMY, "reference-malformed", pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            schools | sis_id: '1'                                     | /name
            users   | email: 'x'                                      | /roles
            users   | roles: null                                     | /roles
            users   | roles: {contact: {student_relationships: [{}]}} | /roles/contact/student_relationships/0/student
            """)
    void f32_a_required_value_that_is_missing_quarantines_the_record(String collection, String fields, String pointer) {
        assertBad(refused(collection, "{id: '" + AMY + "', " + fields + "}"), AMY, "missing", pointer);
    }

    @Test
    void a_record_of_another_district_is_quarantined() {
        var bad = refused("courses", "{id: '" + AMY + "', district: '" + PINE + "'}");

        assertBad(bad, AMY, "other-district", "/district");
    }

    @ParameterizedTest
    @CsvSource({"start_date, not a day, date-malformed", "start_date, 9999-01-01, date-malformed"})
    void f40_a_malformed_date_is_quarantined_where_the_file_says_so(
            String field, String value, String rule, @TempDir Path folder) {
        var strict = Delivered.delivered("fields.yaml").replace("type: date}", "type: date, on_bad: reject}");
        var fields = FieldRules.load(Delivered.variant(folder, "fields.yaml", strict), GRADES);
        var record = json("{id: '%s', %s: '%s'}".formatted(AMY, field, value));

        var bad = catchThrowableOfType(BadRecord.class, () -> fields.rows(DISTRICT, "terms", record));

        assertBad(bad, AMY, rule, "/start_date");
    }

    @Test
    void f35_a_wrong_type_is_dropped_and_counted_where_the_file_says_so(@TempDir Path folder) {
        var lenient = Delivered.delivered("fields.yaml")
                .replace("      number:               /number", "      number: {from: /number, on_bad: drop}");
        var fields = FieldRules.load(Delivered.variant(folder, "fields.yaml", lenient), GRADES);

        var rows = fields.rows(DISTRICT, "courses", json("{id: '" + AMY + "', number: 101}"));

        assertThat(Delivered.row(fields, rows, "course")).containsEntry("number", null);
        assertThat(rows.valuesDropped()).isEqualTo(1);
    }

    @Test
    void the_message_names_the_place_and_no_value() {
        var bad = refused("users", "{id: '" + AMY + "', name: {last: 'Secret'}, roles: {student: {sis_id: 4711}}}");

        assertThat(bad)
                .hasMessage("Record " + AMY + " is quarantined: wrong-type at '/roles/student/sis_id'.")
                .message()
                .doesNotContain("Secret", "4711");
    }

    private static BadRecord refused(String collection, String record) {
        var bad = catchThrowableOfType(BadRecord.class, () -> FIELDS.rows(DISTRICT, collection, json(record)));
        assertThat(bad).as(record).isNotNull();
        return bad;
    }

    private static void assertBad(BadRecord bad, @Nullable String cleverId, String rule, String pointer) {
        assertThat(bad.cleverId()).isEqualTo(cleverId);
        assertThat(bad.rule()).isEqualTo(rule);
        assertThat(bad.pointer()).isEqualTo(pointer);
    }
}
