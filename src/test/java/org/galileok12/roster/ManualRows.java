package org.galileok12.roster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows that somebody makes by hand in Galileo's portal, in one district. */
final class ManualRows {

    private final JdbcTemplate db;
    private final int districtId;

    ManualRows(JdbcTemplate db, int districtId) {
        this.db = db;
        this.districtId = districtId;
    }

    /** Inserts a row into a table of schema galileo and returns its id. The columns: name, value, name, value… */
    long insert(String table, Object... columns) {
        var names = new ArrayList<String>(List.of("district_id"));
        var values = new ArrayList<Object>(List.of(districtId));
        for (var i = 0; i < columns.length; i += 2) {
            names.add((String) columns[i]);
            values.add(columns[i + 1]);
        }
        var text = "insert into galileo.%s (%s) values (%s) returning id"
                .formatted(table, String.join(", ", names), String.join(", ", Collections.nCopies(names.size(), "?")));
        return Objects.requireNonNull(db.queryForObject(text, Long.class, values.toArray()));
    }

    /** A person of one role; further columns go to the role row. */
    long person(String firstName, String lastName, String username, String role, Object... roleColumns) {
        var id = insert("person", "first_name", firstName, "last_name", lastName, "username", username);
        role(id, role, roleColumns);
        return id;
    }

    void role(long person, String role, Object... columns) {
        var all = new ArrayList<Object>(List.of("id", person));
        all.addAll(List.of(columns));
        insert(role, all.toArray());
    }

    void enroll(long section, long student) {
        insert("enrollment", "section_id", section, "student_id", student);
    }

    void teach(long section, long teacher) {
        insert("teaching", "section_id", section, "teacher_id", teacher);
    }
}
