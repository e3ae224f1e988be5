package org.galileok12.faults;

import org.springframework.jdbc.core.JdbcTemplate;

/** What people do in the database between two nights: to synced rows, which the next sync puts right, and with rows of their own. */
enum HandEdit {
    PERSON_IS_RENAMED("""
            update galileo.person set first_name = 'Edited' where (district_id, id) in (
              select district_id, id from galileo.person join mine using (district_id)
              where origin = 'clever' order by md5(id::text || ?) limit 1)"""),
    PERSON_IS_SWITCHED_OFF("""
            update galileo.person set active = false, deactivated_at = now() where (district_id, id) in (
              select district_id, id from galileo.person join mine using (district_id)
              where origin = 'clever' and active order by md5(id::text || ?) limit 1)"""),
    SEAT_IS_CLOSED("""
            update galileo.enrollment set active_until = now() where (district_id, id) in (
              select district_id, id from galileo.enrollment join mine using (district_id)
              where origin = 'clever' and active_until is null order by md5(id::text || ?) limit 1)"""),
    SCHOOL_IS_RENAMED("""
            update galileo.school set name = 'Edited' where (district_id, id) in (
              select district_id, id from galileo.school join mine using (district_id)
              where origin = 'clever' order by md5(id::text || ?) limit 1)"""),
    STUDENT_IS_MADE_BY_HAND("""
            , made as (
              insert into galileo.person (district_id, first_name, last_name, username)
              select district_id, 'By', 'Hand', 'hand-' || ? from mine returning district_id, id),
            role as (insert into galileo.student (district_id, id) select district_id, id from made returning id)
            insert into galileo.enrollment (district_id, section_id, student_id)
            select made.district_id, section.id, made.id from made
            join galileo.section section on section.district_id = made.district_id
            order by section.id limit 1""");

    private final String sql;

    HandEdit(String sql) {
        this.sql = sql;
    }

    /** Out: what was done. Before the first run there is nothing to edit. */
    String apply(JdbcTemplate db, String district, long salt) {
        var mine = "with mine as (select district_id from sync.connection where clever_id = ?)";
        return this + " by hand, rows: " + db.update(mine + sql, district, String.valueOf(salt));
    }
}
