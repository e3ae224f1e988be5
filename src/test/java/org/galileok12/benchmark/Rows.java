package org.galileok12.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** Rows of a schema's tables as COPY files on disk, to be copied back in as fast as PostgreSQL takes them. */
final class Rows {

    private final Path folder;
    private final List<String> tables;

    private Rows(Path folder, List<String> tables) {
        this.folder = folder;
        this.tables = tables;
    }

    /** Writes all rows of these tables, given with their schema, to files. */
    static Rows of(Connection connection, List<String> tables) throws SQLException, IOException {
        var folder = Files.createTempDirectory("rows-");
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : tables) {
            try (var file = Files.newOutputStream(folder.resolve(table))) {
                copy.copyOut("copy (select * from " + table + ") to stdout", file);
            }
        }
        return new Rows(folder, List.copyOf(tables));
    }

    /** Copies the rows back in one transaction, into the tables that they came from. */
    long copyBack(Connection connection) throws SQLException, IOException {
        return copyInto(connection, null);
    }

    /** Seconds to copy the rows, in one transaction, into empty tables with the same keys and indexes. */
    double secondsIntoIndexedTables(Connection connection) throws SQLException, IOException {
        return secondsInto(connection, "including all");
    }

    /** Seconds to copy the rows, in one transaction, into empty tables without any key or index. */
    double secondsIntoBareTables(Connection connection) throws SQLException, IOException {
        return secondsInto(connection, "");
    }

    void delete() throws IOException {
        for (var table : tables) {
            Files.delete(folder.resolve(table));
        }
        Files.delete(folder);
    }

    private double secondsInto(Connection connection, String like) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("create schema floor");
            for (var table : tables) {
                statement.execute("create table floor." + bare(table) + " (like " + table + " " + like + ")");
            }
            statement.execute("checkpoint");
            var start = System.nanoTime();
            copyInto(connection, "floor");
            var seconds = (System.nanoTime() - start) / 1e9;
            statement.execute("drop schema floor cascade");
            return seconds;
        }
    }

    private long copyInto(Connection connection, @org.jspecify.annotations.Nullable String schema)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        var rows = 0L;
        for (var table : tables) {
            var target = schema == null ? table : schema + "." + bare(table);
            try (var file = Files.newInputStream(folder.resolve(table))) {
                rows += connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + target + " from stdin", file, 1 << 16);
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        return rows;
    }

    private static String bare(String table) {
        return table.substring(table.indexOf('.') + 1);
    }

    static List<String> tablesOf(Connection connection, String schema) throws SQLException {
        var names = new ArrayList<String>();
        try (var query =
                connection.prepareStatement("select relname from pg_class where relnamespace = to_regnamespace(?)"
                        + " and relkind in ('r', 'p') and not relispartition order by relname")) {
            query.setString(1, schema);
            var rows = query.executeQuery();
            while (rows.next()) {
                names.add(schema + "." + rows.getString(1));
            }
        }
        return names;
    }
}
