package org.galileok12.documents;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What PostgreSQL itself says about the tables of a schema: columns, constraints, indexes, and their comments. */
final class Catalog {

    /** @param type as PostgreSQL writes it, with {@code not null} */
    record TableColumn(String name, String type, String comment) {}

    private final JdbcTemplate db;

    Catalog(JdbcTemplate db) {
        this.db = db;
    }

    /** Names of tables and views in alphabetical order; without partitions, and without Quartz's own tables. */
    List<String> relations(String schema, String kinds) {
        return db.queryForList("""
                select c.relname
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = ? and position(c.relkind::text in ?) > 0 and not c.relispartition
                  and c.relname not like 'qrtz%' and c.relname not like 'flyway%'
                order by c.relname collate "C"
                """, String.class, schema, kinds);
    }

    String comment(String schema, String table) {
        return String.valueOf(db.queryForObject(
                "select coalesce(obj_description(?::regclass, 'pg_class'), '')", String.class, schema + "." + table));
    }

    List<TableColumn> columns(String schema, String table) {
        return db.query(
                """
                select
                  attname,
                  format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end,
                  coalesce(col_description(attrelid, attnum), '')
                from pg_attribute
                where attrelid = ?::regclass and attnum > 0 and not attisdropped
                order by attnum
                """,
                (row, number) -> new TableColumn(row.getString(1), row.getString(2), row.getString(3)),
                schema + "." + table);
    }

    /** Constraints, and indexes that belong to none, each as {@code name: definition}. */
    List<String> rules(String schema, String table) {
        return db.queryForList("""
                select conname || ': ' || pg_get_constraintdef(oid)
                from pg_constraint
                where conrelid = ?::regclass and contype <> 'n'
                union all
                select c.relname || ': ' || regexp_replace(pg_get_indexdef(i.indexrelid), '.* USING', 'index')
                from pg_index i
                join pg_class c on c.oid = i.indexrelid
                where i.indrelid = ?::regclass
                  and not exists (select from pg_constraint where conindid = i.indexrelid)
                order by 1
                """, String.class, schema + "." + table, schema + "." + table);
    }
}
