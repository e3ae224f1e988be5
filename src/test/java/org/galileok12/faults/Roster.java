package org.galileok12.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** What schema galileo holds of one district. */
final class Roster {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TABLES = List.of(
            "district",
            "school",
            "term",
            "course",
            "person",
            "student",
            "teacher",
            "staff",
            "district_admin",
            "contact",
            "section",
            "person_school",
            "contact_student",
            "enrollment",
            "teaching");
    private static final String FACTS = """
            with mine as (select district_id from sync.connection where clever_id = ?),
            p as (select p.* from galileo.person p join mine using (district_id) where p.origin = 'clever'),
            s as (select s.* from galileo.school s join mine using (district_id) where s.origin = 'clever'),
            c as (select c.* from galileo.section c join mine using (district_id) where c.origin = 'clever')
            select 'school ' || clever_id, jsonb_build_object('name', name, 'sis', sis_id, 'phone', phone) from s where active
            union all
            select 'term ' || clever_id, jsonb_build_object('name', name, 'from', start_date, 'to', end_date)
            from galileo.term join mine using (district_id) where active and origin = 'clever'
            union all
            select 'course ' || clever_id, jsonb_build_object('name', name, 'number', number)
            from galileo.course join mine using (district_id) where active and origin = 'clever'
            union all
            select 'person ' || clever_id, jsonb_build_object('first', first_name, 'last', last_name, 'email', email,
              'user', username) from p where active
            union all
            select 'student ' || p.clever_id, jsonb_build_object('sis', r.sis_id, 'number', student_number, 'raw', grade_raw,
              'grade', grade, 'school', s.clever_id)
            from p join galileo.student r using (district_id, id)
            left join s on s.id = r.school_id where r.active and r.origin = 'clever'
            union all
            select 'teacher ' || p.clever_id, jsonb_build_object('sis', r.sis_id, 'title', r.title, 'school', s.clever_id)
            from p join galileo.teacher r using (district_id, id)
            left join s on s.id = r.school_id where r.active and r.origin = 'clever'
            union all
            select 'staff ' || p.clever_id, jsonb_build_object('title', r.title, 'staff', staff_id)
            from p join galileo.staff r using (district_id, id) where r.active and r.origin = 'clever'
            union all
            select 'district_admin ' || p.clever_id, jsonb_build_object('title', r.title)
            from p join galileo.district_admin r using (district_id, id) where r.active and r.origin = 'clever'
            union all
            select 'contact ' || p.clever_id, jsonb_build_object('sis', r.sis_id, 'phone', r.phone)
            from p join galileo.contact r using (district_id, id) where r.active and r.origin = 'clever'
            union all
            select 'section ' || c.clever_id, jsonb_build_object('name', c.name, 'sis', c.sis_id, 'grade', c.grade,
              'school', s.clever_id, 'course', k.clever_id, 'term', t.clever_id)
            from c
            left join s on s.id = c.school_id
            left join galileo.course k on k.district_id = c.district_id and k.id = c.course_id
            left join galileo.term t on t.district_id = c.district_id and t.id = c.term_id
            where c.active
            union all
            select concat_ws(' ', 'person_school', p.clever_id, s.clever_id), jsonb_build_object('primary', r.is_primary)
            from galileo.person_school r join mine using (district_id)
            join p on p.id = r.person_id join s on s.id = r.school_id where r.active and r.origin = 'clever'
            union all
            select concat_ws(' ', 'contact_student', p.clever_id, child.clever_id), jsonb_build_object('how', r.relationship)
            from galileo.contact_student r join mine using (district_id)
            join p on p.id = r.contact_id join p child on child.id = r.student_id where r.active and r.origin = 'clever'
            union all
            select concat_ws(' ', 'enrollment', c.clever_id, p.clever_id), jsonb_build_object()
            from galileo.enrollment r join mine using (district_id)
            join c on c.id = r.section_id join p on p.id = r.student_id
            where r.active_until is null and r.origin = 'clever'
            union all
            select concat_ws(' ', 'teaching', c.clever_id, p.clever_id), jsonb_build_object('primary', r.is_primary)
            from galileo.teaching r join mine using (district_id)
            join c on c.id = r.section_id join p on p.id = r.teacher_id
            where r.active_until is null and r.origin = 'clever'
            """;
    private static final String FINGERPRINT = "select md5(concat_ws('/', "
            + TABLES.stream().map(Roster::rows).collect(Collectors.joining(", "))
            + ")) from (select district_id from sync.connection where clever_id = ?) mine";
    private static final String MANUAL = "select md5(concat_ws('/', "
            + TABLES.stream()
                    .filter(table -> !table.equals("district"))
                    .map(table -> rows(table).replace(" where ", " where t.origin = 'manual' and "))
                    .collect(Collectors.joining(", "))
            + ")) from (select district_id from sync.connection where clever_id = ?) mine";

    /** A district without rows, whether or not it is known yet: the hash of no text. */
    static final String NO_ROWS = "d41d8cd98f00b204e9800998ecf8427e";

    private final JdbcTemplate db;
    private final String district;

    Roster(JdbcTemplate db, String district) {
        this.db = db;
        this.district = district;
    }

    /** What is active and came from Clever. */
    Facts facts() {
        var facts = new TreeMap<String, Map<String, String>>();
        db.query(
                FACTS,
                row -> {
                    facts.put(row.getString(1), fields(row.getString(2)));
                },
                district);
        return new Facts(facts);
    }

    /** One for every state: each row of the district with the transaction that wrote it. */
    String fingerprint() {
        return first(FINGERPRINT);
    }

    /** The same for rows that people made. */
    String manual() {
        return first(MANUAL);
    }

    private String first(String sql) {
        var found = db.queryForList(sql, String.class, district);
        return found.isEmpty() ? NO_ROWS : Objects.requireNonNull(found.get(0));
    }

    private static String rows(String table) {
        return "(select md5(string_agg(t.xmin::text || t::text, '|' order by t::text)) from galileo." + table
                + " t where t.district_id = mine.district_id)";
    }

    private static Map<String, String> fields(String json) {
        try {
            var fields = JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
            fields.values().removeIf(Objects::isNull);
            return fields;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL answered with something that is no object.", e);
        }
    }
}
