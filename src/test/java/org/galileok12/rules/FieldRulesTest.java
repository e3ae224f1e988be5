package org.galileok12.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galileok12.rules.Delivered.AMY;
import static org.galileok12.rules.Delivered.DISTRICT;
import static org.galileok12.rules.Delivered.FIELDS;
import static org.galileok12.rules.Delivered.GRADES;
import static org.galileok12.rules.Delivered.OAK;
import static org.galileok12.rules.Delivered.PINE;
import static org.galileok12.rules.Delivered.json;
import static org.galileok12.rules.Delivered.row;
import static org.galileok12.rules.Delivered.rows;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldRulesTest {

    private static final String STUDENT = """
            {id: '%s', district: '%s', email: 'amy@example.org', created: '2023-04-12T23:05:01.315Z',
             name: {first: 'Amy', middle: '', last: "O'Neil"},
             roles: {student: {credentials: {district_username: 'amy1'}, dob: '2/11/2007', enrollments: [],
               ext: {gifted_status: 'Y'}, grade: 'Other', graduation_year: '', race: 'Asian', hispanic_ethnicity: 'N',
               preferred_name: {first: 'Ames'}, location: {zip: '10459'}, school: '%s', schools: ['%s', '%s'],
               sis_id: '100', student_number: '100', state_id: null, email: 'amy@example.org'}}}
            """.formatted(AMY, DISTRICT, PINE, PINE, OAK);

    @Test
    void a_student_becomes_a_person_and_a_student() {
        var rows = rows("users", STUDENT);

        assertThat(rows.cleverId()).isEqualTo(AMY);
        assertThat(rows.rows()).extracting(Row::table).containsExactly("person", "student");
        assertThat(row(rows, "person"))
                .containsEntry("clever_id", AMY)
                .containsEntry("first_name", "Amy")
                .containsEntry("last_name", "O'Neil")
                .containsEntry("preferred_first_name", "Ames")
                .containsEntry("username", "amy1")
                .containsEntry("clever_created", "2023-04-12T23:05:01.315Z");
        assertThat(row(rows, "student"))
                .containsEntry("school", PINE)
                .containsEntry("schools", "{" + PINE + "," + OAK + "}")
                .containsEntry("grade_raw", "Other")
                .containsEntry("grade", "6+")
                .containsEntry("grade_min", "6")
                .containsEntry("grade_max", "12");
    }

    @Test
    void f31_absent_null_and_blank_are_the_same() {
        var person = row(rows("users", STUDENT), "person");
        var student = row(rows("users", STUDENT), "student");

        assertThat(person.get("middle_name")).isNull();
        assertThat(person.get("clever_last_modified")).isNull();
        assertThat(student.get("graduation_year")).isNull();
        assertThat(student.get("state_id")).isNull();
        assertThat(student.get("enrollments")).isNull();
    }

    @Test
    void f31_a_record_with_nothing_but_its_id_and_role_is_a_row_of_nulls() {
        var student = row(rows("users", "{id: '%s', roles: {student: {}}}".formatted(AMY)), "student");

        assertThat(student.values().stream().filter(value -> value != null)).containsExactly(AMY);
    }

    @Test
    void sensitive_fields_are_not_kept_as_delivered() {
        assertThat(row(rows("users", STUDENT), "student"))
                .containsEntry("dob", null)
                .containsEntry("race", null)
                .containsEntry("hispanic_ethnicity", null)
                .containsEntry("zip", null)
                .containsEntry("ext", null);
    }

    @Test
    void a_sensitive_field_that_is_turned_on_is_kept(@TempDir Path folder) {
        var on = Delivered.delivered("fields.yaml").replace("keep: off", "keep: on");
        var fields = FieldRules.load(Delivered.variant(folder, "fields.yaml", on), GRADES);

        assertThat(row(fields, fields.rows(DISTRICT, "users", json(STUDENT)), "student"))
                .containsEntry("dob", "2007-02-11")
                .containsEntry("race", "Asian")
                .containsEntry("hispanic_ethnicity", "f")
                .containsEntry("zip", "10459")
                .containsEntry("ext", "{\"gifted_status\":\"Y\"}");
    }

    @Test
    void a_new_column_needs_no_java(@TempDir Path folder) {
        var more = Delivered.delivered("fields.yaml")
                .replace(
                        "      graduation_year: ", "      school_email: /roles/student/email\n      graduation_year: ");
        var fields = FieldRules.load(Delivered.variant(folder, "fields.yaml", more), GRADES);

        assertThat(fields.columns().get("student")).containsSubsequence("grade_max", "school_email", "graduation_year");
        assertThat(row(fields, fields.rows(DISTRICT, "users", json(STUDENT)), "student"))
                .containsEntry("school_email", "amy@example.org");
    }

    @Test
    void an_employee_in_several_roles_has_a_row_for_each_but_not_for_roles_left_out() {
        var user = json("""
                {id: '%s', roles: {staff: {staff_id: '7', roles: ['Nurse, head', 'The "boss" \\\\'],
                  credentials: {district_username: 'boss'}}, teacher: {title: ''}, district_admin: {title: 'Head'}}}
                """.formatted(AMY));

        var all = FIELDS.rows(DISTRICT, "users", user);
        var without = FIELDS.rows(DISTRICT, "users", user, Set.of("staff"));

        assertThat(all.rows()).extracting(Row::table).containsExactly("person", "teacher", "staff", "district_admin");
        assertThat(row(all, "staff")).containsEntry("roles", "{\"Nurse, head\",\"The \\\"boss\\\" \\\\\"}");
        assertThat(row(all, "person")).containsEntry("username", "boss");
        assertThat(without.rows()).extracting(Row::table).containsExactly("person", "teacher", "district_admin");
        assertThat(row(without, "person")).containsEntry("username", null);
        assertThat(user.at("/roles/staff").isObject()).isTrue();
    }

    @Test
    void a_contact_has_one_row_per_student() {
        var rows = rows("users", """
                {id: '%s', name: {last: 'Sanjiv Becker'}, roles: {contact: {sis_id: '', phone_type: 'Other',
                  student_relationships: [{relationship: 'Other', student: '%s', type: 'Family'}, {student: '%s'}]}}}
                """.formatted(AMY, PINE, OAK));

        assertThat(row(rows, "person")).containsEntry("first_name", null).containsEntry("last_name", "Sanjiv Becker");
        assertThat(rows.rows().stream().filter(row -> row.table().equals("contact_student")))
                .extracting(Row::values)
                .containsExactly(new String[] {AMY, PINE, "Other", "Family"}, new String[] {AMY, OAK, null, null});
    }

    @Test
    void a_section_keeps_its_members_in_order() {
        var section = row(
                rows(
                        "sections",
                        "{id: '%s', term_id: '%s', grade: 'Ungraded', students: ['%s', '%s'], teachers: [], teacher: null}"
                                .formatted(AMY, PINE, OAK, AMY)),
                "section");

        assertThat(section)
                .containsEntry("term", PINE)
                .containsEntry("students", "{" + OAK + "," + AMY + "}")
                .containsEntry("teachers", null)
                .containsEntry("teacher", null)
                .containsEntry("grade_raw", "Ungraded")
                .containsEntry("grade", null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {student: {grade: '14'}}            | 1
            {student: {grade: 'Ungraded'}}      | 0
            {student: {}, parent: {name: 'x'}}  | 1
            {parent: {}, mentor: 'x'}           | 2
            """)
    void f33_unknown_roles_and_grades_are_counted_and_the_raw_grade_is_kept(String roles, int unknown) {
        var rows = rows("users", "{id: '%s', roles: %s}".formatted(AMY, roles));

        assertThat(rows.unknownValues()).isEqualTo(unknown);
        assertThat(rows.rows()).extracting(Row::table).contains("person");
        if (roles.contains("14")) {
            assertThat(row(rows, "student")).containsEntry("grade_raw", "14").containsEntry("grade", null);
        }
    }

    @Test
    void f34_unknown_fields_and_objects_are_ignored() {
        var plain = rows("terms", "{id: '%s', name: 'S1'}".formatted(AMY));
        var more = rows("terms", "{id: '%s', name: 'S1', weather: {sky: ['blue']}, x: 1}".formatted(AMY));

        assertThat(row(more, "term")).isEqualTo(row(plain, "term"));
        assertThat(more.unknownValues()).isZero();
    }

    @Test
    void f40_a_malformed_date_is_dropped_and_counted() {
        var rows = rows(
                "terms", "{id: '%s', start_date: '0001-01-01', end_date: '2013-06-01T00:00:00.000Z'}".formatted(AMY));

        assertThat(row(rows, "term")).containsEntry("start_date", null).containsEntry("end_date", "2013-06-01");
        assertThat(rows.valuesDropped()).isEqualTo(1);
    }

    @Test
    void columns_are_in_the_order_of_the_file() {
        assertThat(FIELDS.columns().get("term")).containsExactly("clever_id", "name", "start_date", "end_date");
        assertThat(FIELDS.columns().keySet()).startsWith("district", "school", "term", "course", "person");
    }
}
