package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galileok12.roster.FullRecord.fill;
import static org.galileok12.roster.FullRecord.json;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.galileok12.simulator.ListedRecord;
import org.junit.jupiter.api.Test;

/** Every field of Clever's that is kept reaches its column, and no other. */
class EveryFieldTest extends RosterScenario {

    @Test
    void a_school() {
        var school = district.school("North");
        fill(school, "", FullRecord.SCHOOL);
        syncDone();

        holds("school", school, """
                {"name": "v-name", "sis_id": "v-sis", "school_number": "v-number", "state_id": "v-state-id",
                 "nces_id": "v-nces", "mdr_number": "v-mdr", "phone": "v-phone", "low_grade": "PreKindergarten",
                 "high_grade": "Other", "low_grade_label": "PK", "high_grade_label": "6+", "address": "v-address",
                 "city": "v-city", "state": "v-state", "zip": "v-zip", "lat": "v-lat", "lon": "v-lon",
                 "principal_name": "v-principal", "principal_email": "v-principal-email", "ext": null}""");
        holdsMoments("school", school);
    }

    @Test
    void a_term_and_a_course() {
        var term = district.term("v-name", "2025-08-18", "2026-01-16T00:00:00.000Z");
        var course = district.course("v-name", "v-number");
        syncDone();

        holds("term", term, """
                {"name": "v-name", "start_date": "2025-08-18", "end_date": "2026-01-16"}""");
        holds("course", course, """
                {"name": "v-name", "number": "v-number"}""");
    }

    @Test
    void a_student_without_what_is_sensitive() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        fill(amy, "", """
                {"name": {"first": "v-first", "middle": "v-middle", "last": "v-last"}, "email": "v-email",
                 "created": "2025-01-02T03:04:05.678Z", "last_modified": "2025-02-03T04:05:06.789Z"}""");
        fill(amy, "/roles/student", FullRecord.STUDENT);
        amy.set("/last_modified", "2025-02-03T04:05:06.789Z");
        syncDone();

        holds("person", amy, """
                {"first_name": "v-first", "middle_name": "v-middle", "last_name": "v-last",
                 "preferred_first_name": "v-pref-first", "preferred_middle_name": "v-pref-middle",
                 "preferred_last_name": "v-pref-last", "email": "v-email", "username": "v-username"}""");
        holdsMoments("person", amy);
        holds("student", amy, """
                {"sis_id": "v-sis", "student_number": "v-number", "state_id": "v-state-id", "grade_raw": "13",
                 "grade": "12+", "grade_min": 13, "grade_max": 13, "graduation_year": "v-year",
                 "enrollments": [{"school": "v-school", "start_date": "2025-08-18", "end_date": "2026-06-10"}],
                 "dob": null, "gender": null, "race": null, "hispanic_ethnicity": null, "ell_status": null,
                 "iep_status": null, "frl_status": null, "gifted_status": null, "section_504_status": null,
                 "disability_code": null, "disability_status": null, "disability_type": null,
                 "home_language": null, "home_language_code": null, "address": null, "city": null, "state": null,
                 "zip": null, "lat": null, "lon": null, "ext": null}""");
        assertThat(column("student", "school_id", amy)).isEqualTo(idOf("school", north));
        nothingLeftToDo();
    }

    @Test
    void an_employee_in_three_roles() {
        var north = district.school("North");
        var ruth = district.teacher("Ruth Okafor", north)
                .alsoStaff("v-staff-title", north)
                .alsoDistrictAdmin("v-admin-title");
        fill(ruth, "/roles/teacher", """
                {"sis_id": "v-sis", "teacher_number": "v-number", "state_id": "v-state-id", "title": "v-title",
                 "credentials": {"district_username": "v-username"}, "ext": {"a": "v-ext"}}""");
        fill(ruth, "/roles/staff", """
                {"staff_id": "v-staff-id", "department": "v-department", "roles": ["v-role", "v, \\"other\\""],
                 "credentials": {"district_username": "v-staff-username"}, "ext": {"a": "v-ext"}}""");
        syncDone();

        holds("teacher", ruth, """
                {"sis_id": "v-sis", "teacher_number": "v-number", "state_id": "v-state-id", "title": "v-title",
                 "ext": null}""");
        holds("staff", ruth, """
                {"staff_id": "v-staff-id", "title": "v-staff-title", "department": "v-department",
                 "roles": ["v-role", "v, \\"other\\""], "ext": null}""");
        holds("district_admin", ruth, """
                {"title": "v-admin-title"}""");
        assertThat(column("teacher", "school_id", ruth)).isEqualTo(idOf("school", north));
        assertThat(column("person", "username", ruth)).isEqualTo("v-username");
    }

    @Test
    void a_contact_and_whose_it_is() {
        var amy = district.student("Amy Ng", district.school("North"));
        var mai = district.contact("Mai Ng").of(amy, "v-relationship", "v-type");
        fill(mai, "/roles/contact", """
                {"sis_id": "v-sis", "phone": "v-phone", "phone_type": "v-phone-type"}""");
        syncDone();

        holds("contact", mai, """
                {"sis_id": "v-sis", "phone": "v-phone", "phone_type": "v-phone-type"}""");
        assertThat(column("person", "last_name", mai)).isEqualTo("Mai Ng");
        assertThat(column("person", "first_name", mai)).isNull();
        assertThat(rows("""
                        select contact_id, student_id, relationship, type, active, origin
                        from galileo.contact_student where district_id = ?
                        """, districtId()))
                .singleElement()
                .hasToString(
                        "{contact_id=%d, student_id=%d, relationship=v-relationship, type=v-type, active=true, origin=clever}"
                                .formatted(personId(mai), personId(amy)));
    }

    @Test
    void a_section() {
        var north = district.school("North");
        var fall = district.term("Fall", "2025-08-18", "2025-12-19");
        var five = district.course("Maths 5", "M5");
        var maths = district.section("Maths", north).course(five).term(fall);
        fill(maths, "", FullRecord.SECTION);
        syncDone();

        holds("section", maths, """
                {"name": "v-name", "sis_id": "v-sis", "subject": "v-subject", "period": "v-period",
                 "section_number": "v-number", "grade_raw": "Kindergarten", "grade": "K", "grade_min": 0,
                 "grade_max": 0, "ext": null}""");
        holdsMoments("section", maths);
        assertThat(row("section", maths))
                .containsEntry("school_id", idOf("school", north))
                .containsEntry("course_id", idOf("course", five))
                .containsEntry("term_id", idOf("term", fall));
    }

    @Test
    void the_district() {
        district.set("name", "v-name").set("sis_type", "v-sis").set("portal_url", "v-portal");
        district.set("mdr_number", "v-mdr").set("nces_id", "v-nces").set("launch_date", "2025-08-01");
        district.set("login_methods", List.of("v-one", "v-two")).set("pause_start", "2026-06-20");
        district.set("pause_end", "2026-07-31T00:00:00.000Z");
        syncDone();

        assertThat(json(one("""
                        select to_jsonb(d) - array['district_id', 'clever_id', 'first_synced_at', 'changed_at', 'last_sync']
                        from galileo.district d where clever_id = ?
                        """, String.class, district.id()))).isEqualTo(json("""
                        {"name": "v-name", "sis_type": "v-sis", "launch_date": "2025-08-01", "portal_url": "v-portal",
                         "login_methods": ["v-one", "v-two"], "mdr_number": "v-mdr", "nces_id": "v-nces",
                         "state": "running", "pause_start": "2026-06-20", "pause_end": "2026-07-31",
                         "contact_first_name": "Dana", "contact_last_name": "Ownby",
                         "contact_email": "owner@%s.example", "contact_title": "Data Coordinator"}
                        """.formatted(districtName())));
    }

    private String districtName() {
        var email = district.districtRecord().at("/district_contact/email").asText();
        return email.substring("owner@".length(), email.length() - ".example".length());
    }

    private void holds(String table, ListedRecord record, String columns) {
        assertThat(json(values(table, record))).isEqualTo(json(columns));
    }

    private void holdsMoments(String table, ListedRecord record) {
        assertThat(column(table, "clever_created", record))
                .isEqualTo(Timestamp.from(Instant.parse("2025-01-02T03:04:05.678Z")));
        assertThat(column(table, "clever_last_modified", record))
                .isEqualTo(Timestamp.from(Instant.parse("2025-02-03T04:05:06.789Z")));
    }
}
