package org.galileok12.benchmark.logins;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what the service asks the database, by {@code pg_stat_statements}. */
final class Statements {

    private final Connection connection;

    Statements(Connection connection) throws SQLException {
        this.connection = connection;
        execute("create extension if not exists pg_stat_statements");
    }

    void forget() throws SQLException {
        execute("select pg_stat_statements_reset()");
    }

    /** Calls of each statement since then, of those that were called at least once for two visits: by its text, on one line. */
    Map<String, Double> perVisit(int visits) throws SQLException {
        Map<String, Double> calls = new LinkedHashMap<>();
        try (var query = connection.prepareStatement("""
                select query, sum(calls) as calls from pg_stat_statements
                where dbid = (select oid from pg_database where datname = current_database())
                  and query not like '%pg_stat_statements%'
                group by query having sum(calls) * 2 >= ? order by min(queryid::text), query
                """)) {
            query.setInt(1, visits);
            var rows = query.executeQuery();
            while (rows.next()) {
                var text = rows.getString(1)
                        .replaceAll("(?m)^\\s*--.*$", " ")
                        .replaceAll("\\s+", " ")
                        .strip();
                calls.merge(text, rows.getDouble(2) / visits, Double::sum);
            }
        }
        return calls;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
