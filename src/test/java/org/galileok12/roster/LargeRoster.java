package org.galileok12.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.galileok12.simulator.SchoolDistrict;
import org.springframework.jdbc.core.JdbcTemplate;

/** A published roster of any size, written straight into the database, in a district that is followed by events; and events for it. */
final class LargeRoster {

    private final JdbcTemplate db;
    private final SchoolDistrict district;
    private final int students;
    private final int id;

    LargeRoster(JdbcTemplate db, SchoolDistrict district, int students) {
        this.db = db;
        this.district = district;
        this.students = students;
        db.update("""
                insert into sync.connection (clever_id, events, events_read_at) values (?, true, now())
                """, district.id());
        this.id = Objects.requireNonNull(db.queryForObject(
                "select district_id from sync.connection where clever_id = ?", Integer.class, district.id()));
        write();
        count();
    }

    private void write() {
        var sql = """
                insert into sync.run (district_id, epoch, trigger, state, published_at, finished_at)
                values (:d, 0, 'command', 'DONE', now() - interval '2 days', now());
                insert into galileo.school (district_id, clever_id, origin, name)
                select :d, 'a' || lpad(to_hex(n), 23, '0'), 'clever', 'School ' || n from generate_series(1, :n / 600 + 1) n;
                insert into galileo.term (district_id, clever_id, origin, name)
                select :d, 'b' || lpad(to_hex(n), 23, '0'), 'clever', 'Term ' || n from generate_series(1, 4) n;
                insert into galileo.course (district_id, clever_id, origin, name)
                select :d, 'c' || lpad(to_hex(n), 23, '0'), 'clever', 'Course ' || n from generate_series(1, :n / 100) n;
                insert into galileo.person (district_id, clever_id, origin, first_name, last_name, clever_last_modified)
                select :d, 'd' || lpad(to_hex(n), 23, '0'), 'clever', 'Student' || n, 'Ng' || n % 1000, '2026-01-01'
                from generate_series(1, :n) n;
                insert into galileo.person (district_id, clever_id, origin, first_name, last_name, clever_last_modified)
                select :d, 'e' || lpad(to_hex(n), 23, '0'), 'clever', 'Teacher' || n, 'Okafor', '2026-01-01'
                from generate_series(1, :n / 20) n;
                insert into galileo.person (district_id, clever_id, origin, last_name, clever_last_modified)
                select :d, 'f' || lpad(to_hex(n), 23, '0'), 'clever', 'Contact' || n, '2026-01-01'
                from generate_series(1, :n / 2) n;
                create temporary table place on commit drop as
                  select id, row_number() over (order by id) as n from galileo.school where district_id = :d;
                create temporary table human on commit drop as
                  select id, left(clever_id, 1) as kind, row_number() over (partition by left(clever_id, 1) order by id) as n
                  from galileo.person where district_id = :d;
                analyze place; analyze human;
                insert into galileo.student (district_id, id, origin, school_id, sis_id, grade_raw, grade)
                select :d, human.id, 'clever', place.id, 'S' || human.n, '5', '5'
                from human join place on place.n = human.n / 600 + 1 where kind = 'd';
                insert into galileo.teacher (district_id, id, origin, school_id, sis_id)
                select :d, human.id, 'clever', place.id, 'T' || human.n
                from human join place on place.n = human.n / 30 + 1 where kind = 'e';
                insert into galileo.contact (district_id, id, origin, sis_id)
                select :d, id, 'clever', 'C' || n from human where kind = 'f';
                insert into galileo.person_school (district_id, person_id, school_id, is_primary, origin)
                select :d, id, school_id, true, 'clever' from galileo.student where district_id = :d
                union all
                select :d, id, school_id, true, 'clever' from galileo.teacher where district_id = :d;
                insert into galileo.contact_student (district_id, contact_id, student_id, relationship, origin)
                select :d, contact.id, student.id, 'Parent', 'clever'
                from human contact join human student on student.kind = 'd' and student.n = contact.n where contact.kind = 'f';
                insert into galileo.section (district_id, clever_id, origin, name, school_id, clever_last_modified)
                select :d, '9' || lpad(to_hex(made), 23, '0'), 'clever', 'Class ' || made, place.id, '2026-01-01'
                from generate_series(1, :n / 5) made join place on place.n = made / 120 + 1;
                create temporary table class on commit drop as
                  select id, row_number() over (order by id) as n from galileo.section where district_id = :d;
                analyze class;
                insert into galileo.enrollment (district_id, section_id, student_id, origin, active_from)
                select :d, class.id, human.id, 'clever', now() - interval '2 days'
                from human cross join generate_series(0, 4) seat join class on class.n = (human.n - 1) / 25 * 5 + seat + 1
                where kind = 'd';
                insert into galileo.teaching (district_id, section_id, teacher_id, is_primary, origin, active_from)
                select :d, class.id, human.id, true, 'clever', now() - interval '2 days'
                from class join human on human.kind = 'e' and human.n = (class.n - 1) / 4 + 1;
                """.replace(":d", String.valueOf(id)).replace(":n", String.valueOf(students));
        db.execute("begin; " + sql + " commit;");
        vacuum();
    }

    private void vacuum() {
        for (var table : tables()) {
            db.execute("vacuum analyze galileo." + table);
        }
    }

    /** Takes all of it away, without a journal: tests after this one read and compare everybody's roster. */
    void remove() {
        var deletes = db.queryForList("""
                select format('delete from %I.%I where district_id = %s;', table_schema, table_name, ?)
                from information_schema.columns
                join information_schema.tables using (table_schema, table_name)
                where column_name = 'district_id' and table_schema in ('galileo', 'sync') and table_type = 'BASE TABLE'
                """, String.class, id);
        db.execute("begin; set local session_replication_role = replica; " + String.join(" ", deletes) + " commit;");
        vacuum();
    }

    /** As the publication of a full run does. */
    private void count() {
        db.execute(statement("count-roster.sql").replace(":?districtId", String.valueOf(id)));
        db.execute("analyze sync.active_count");
    }

    static String statement(String name) {
        try {
            return Files.readString(Path.of("routes/sql", name));
        } catch (IOException e) {
            throw new UncheckedIOException("The statement " + name + " could not be read.", e);
        }
    }

    List<String> tables() {
        return db.queryForList("select relname from pg_stat_user_tables where schemaname = 'galileo'", String.class);
    }

    /** So many events of every kind, about rows spread over the district. */
    int change(int events) {
        var step = students / events;
        var made = 0;
        for (int i = 0; i < events; i++) {
            var n = i * step + 1;
            var class_ = (n - 1) / 25 * 5 + 1;
            switch (i % 10) {
                case 0, 1, 2 -> event("users.updated", student(n, "d", "Renamed" + n, n / 600 + 1));
                case 3 ->
                    event(
                            "users.updated",
                            student(n, "d", "Student" + n, n / 600 + 1).replace("\"5\"", "\"6\""));
                case 4 -> event("users.deleted", student(n, "d", "Student" + n, n / 600 + 1));
                case 5 -> event("users.created", student(students + i, "d", "Newcomer" + i, n / 600 + 1));
                case 6, 7 -> event("sections.updated", section(class_, n));
                case 8 -> event("users.updated", contact(Math.max(1, n / 2), n));
                default -> event("sections.deleted", section(class_ + 1, n));
            }
            made++;
        }
        return made;
    }

    /**
     * So many enrollments that a full run has closed an hour ago with their classes, of a term that is over; every second one
     * because a person let it go.
     */
    void ended(int enrollments) {
        var sql = """
                with over as (
                  insert into galileo.term (district_id, clever_id, origin, name, end_date)
                  values (:d, 'b' || repeat('f', 23), 'clever', 'Over', '2020-06-01')
                  returning id
                ),
                class as (
                  insert into galileo.section (district_id, clever_id, origin, name, term_id, school_id, active, deactivated_at)
                  select :d, '8' || lpad(to_hex(made), 23, '0'), 'clever', 'Over ' || made, over.id, place.id, false, now() - interval '1 hour'
                  from over
                  cross join generate_series(1, :n / 20) made
                  join (select id, row_number() over (order by id) as n, count(*) over () as schools
                    from galileo.school where district_id = :d) place on place.n = made % place.schools + 1
                  returning id
                )
                insert into galileo.enrollment (district_id, section_id, student_id, origin, active_from, active_until)
                select :d, class.id, student.id, 'clever', now() - interval '2 days', now() - interval '1 hour'
                from (select id, row_number() over (order by id) as n from class) class
                join (select id, row_number() over (order by id) as n from galileo.student where district_id = :d) student
                  on student.n between (class.n - 1) * 20 + 1 and class.n * 20;
                insert into sync.held_plan (district_id, run_id, hash, rows, state, decided_at)
                values (:d, 0, 'h', :n / 2, 'applied', now() - interval '1 hour');
                insert into sync.held_row (district_id, run_id, entity, id, action, cause)
                select :d, 0, 'enrollment', id, 'deactivate', 'share'
                from galileo.enrollment where district_id = :d and active_until is not null and id % 2 = 0;
                """.replace(":d", String.valueOf(id)).replace(":n", String.valueOf(enrollments));
        db.execute("begin; " + sql + " commit;");
        for (var table :
                List.of("galileo.enrollment", "galileo.section", "galileo.term", "sync.held_plan", "sync.held_row")) {
            db.execute("vacuum analyze " + table);
        }
    }

    /** So many events that delete a class with 25 students, spread over the district. */
    void close(int classes) {
        var step = students / classes;
        for (int i = 0; i < classes; i++) {
            var n = i * step + 1;
            event("sections.deleted", section((n - 1) / 25 * 5 + 2, n));
        }
    }

    private void event(String type, String object) {
        district.events()
                .raw("{\"id\":\"ID\",\"type\":\"" + type
                        + "\",\"created\":\"2026-11-01T00:00:00.000Z\",\"data\":{\"object\":" + object + "}}");
    }

    private String student(int n, String kind, String first, int school) {
        return """
                {"id":"%s","district":"%s","created":"2025-01-01T00:00:00.000Z","last_modified":"2026-11-01T00:00:00.000Z",
                "name":{"first":"%s","last":"Ng%d"},
                "roles":{"student":{"school":"%s","schools":["%5$s"],"sis_id":"S%d","grade":"5"}}}
                """.formatted(id(kind, n), district.id(), first, n % 1000, id("a", school), n);
    }

    private String contact(int n, int child) {
        return """
                {"id":"%s","district":"%s","created":"2025-01-01T00:00:00.000Z","last_modified":"2026-11-01T00:00:00.000Z",
                "name":{"last":"Contact%d"},"roles":{"contact":{"sis_id":"C%d","student_relationships":[
                {"student":"%s","relationship":"Aunt/Uncle","type":"Family"}]}}}
                """.formatted(id("f", n), district.id(), n, n, id("d", child));
    }

    /** Who sits in it but the first one, and the one after its last. */
    private String section(int n, int student) {
        var ids = new ArrayList<String>();
        var from = (student - 1) / 25 * 25 + 1;
        for (int i = from + 1; i <= Math.min(students, from + 25); i++) {
            ids.add("\"" + id("d", i) + "\"");
        }
        return """
                {"id":"%s","district":"%s","school":"%s","name":"Class %d","students":[%s],"teacher":"%s","teachers":["%6$s"],
                "created":"2025-01-01T00:00:00.000Z","last_modified":"2026-11-01T00:00:00.000Z"}
                """.formatted(
                id("9", n), district.id(), id("a", n / 120 + 1), n, String.join(",", ids), id("e", (n - 1) / 4 + 1));
    }

    private static String id(String kind, int n) {
        return kind + String.format("%023x", n);
    }
}
