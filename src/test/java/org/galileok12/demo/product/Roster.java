package org.galileok12.demo.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.galileok12.demo.product.HandOffVerifier.HandOff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads from schema galileo what the product shows: never more than belongs to the person who is signed in. */
final class Roster {

    record Profile(
            String name, @Nullable String grade, @Nullable String school, String district) {}

    /** A class or a school; {@code detail}: who teaches it, how many students are in it. */
    record Place(long id, String name, String detail) {}

    private final JdbcClient database;

    Roster(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** Empty when the roster has no such active person. */
    Optional<Profile> profile(HandOff who) {
        return ask("""
                select concat_ws(' ', coalesce(person.preferred_first_name, person.first_name),
                    coalesce(person.preferred_last_name, person.last_name)) as name,
                  (select student.grade from galileo.student student
                    where student.district_id = person.district_id and student.id = person.id and student.active
                    order by student.origin limit 1) as grade,
                  (select school.name from galileo.person_school belongs
                    join galileo.school school on school.district_id = belongs.district_id and school.id = belongs.school_id
                    where belongs.district_id = person.district_id and belongs.person_id = person.id and belongs.active
                    order by belongs.is_primary desc, school.name limit 1) as school,
                  district.name as district
                from galileo.person person
                join galileo.district district using (district_id)
                where person.district_id = :district and person.id = :person and person.active
                """, who)
                .query((row, number) -> new Profile(
                        row.getString("name"),
                        who.role().equals("student") ? row.getString("grade") : null,
                        row.getString("school"),
                        row.getString("district")))
                .optional();
    }

    /** The classes that a student sits in or a teacher teaches now. */
    List<Place> classes(HandOff who) {
        return ask("""
                select section.id, section.name, concat_ws(' · ', 'period ' || section.period,
                  (select string_agg(distinct concat_ws(' ', person.first_name, person.last_name), ', ')
                    from galileo.teaching teaching
                    join galileo.person person on person.district_id = teaching.district_id and person.id = teaching.teacher_id
                    where teaching.district_id = section.district_id and teaching.section_id = section.id
                      and teaching.active_until is null),
                  'Students: ' || (select count(distinct student_id) from galileo.enrollment enrollment
                    where enrollment.district_id = section.district_id and enrollment.section_id = section.id
                      and enrollment.active_until is null)) as detail
                from galileo.section section
                where section.district_id = :district and section.active and section.id in (
                  select section_id from galileo.enrollment
                  where district_id = :district and student_id = :person and active_until is null and :role = 'student'
                  union all
                  select section_id from galileo.teaching
                  where district_id = :district and teacher_id = :person and active_until is null and :role = 'teacher')
                order by section.name, section.id
                """, who).query(Roster::place).list();
    }

    /** The students of a class that the teacher teaches now; nobody else sees them. */
    List<String> students(HandOff who, long section) {
        return ask("""
                select concat_ws(', ', last_name, first_name)
                from galileo.person
                where district_id = :district and active and id in (
                  select enrollment.student_id from galileo.enrollment enrollment
                  join galileo.teaching teaching using (district_id, section_id)
                  where district_id = :district and section_id = :section and enrollment.active_until is null
                    and teaching.active_until is null and teaching.teacher_id = :person and :role = 'teacher')
                order by last_name, first_name, id
                """, who).param("section", section).query(String.class).list();
    }

    /** The schools of somebody on the staff; all of them for a district admin. */
    List<Place> schools(HandOff who) {
        return ask("""
                select school.id, school.name, 'Students: ' || (select count(distinct id) from galileo.student student
                  where student.district_id = school.district_id and student.school_id = school.id and student.active) as detail
                from galileo.school school
                where school.district_id = :district and school.active and (:role = 'district_admin'
                  or :role = 'staff' and school.id in (select school_id from galileo.person_school
                    where district_id = :district and person_id = :person and active))
                order by school.name, school.id
                """, who).query(Roster::place).list();
    }

    private JdbcClient.StatementSpec ask(String sql, HandOff who) {
        return database.sql(sql)
                .param("district", who.districtId())
                .param("person", who.personId())
                .param("role", who.role());
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(row.getLong("id"), row.getString("name"), row.getString("detail"));
    }
}
