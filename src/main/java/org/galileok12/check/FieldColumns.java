package org.galileok12.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galileok12.rules.Finding;
import org.galileok12.rules.RuleFile;

/**
 * Finds the columns of {@code rules/fields.yaml} that schema {@code stage} does not have: a page could not be copied there. Asks
 * the database, and changes nothing.
 */
public final class FieldColumns {

    private FieldColumns() {}

    /** @throws SQLException when the connection breaks */
    public static List<Finding> findings(Path routesFolder, Connection connection) throws SQLException {
        var file = routesFolder.resolve("rules/fields.yaml");
        List<Finding> findings = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            var fields = RuleFile.read(file);
            for (var table : fields.content().path("tables").properties()) {
                var there = columns(connection, table.getKey());
                for (var column : table.getValue().path("columns").properties()) {
                    if (!there.contains(column.getKey())) {
                        findings.add(fields.finding(
                                "/tables/" + table.getKey() + "/columns/" + column.getKey(),
                                "There is no column '%s' in table stage.%s. A new column needs a migration."
                                        .formatted(column.getKey(), table.getKey())));
                    }
                }
            }
        }
        return findings;
    }

    private static Set<String> columns(Connection connection, String table) throws SQLException {
        Set<String> columns = new HashSet<>();
        // JDBC takes a pattern, in which an underscore is any character.
        try (var rows = connection.getMetaData().getColumns(null, "stage", table.replace("_", "\\_"), null)) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME"));
            }
        }
        return columns;
    }
}
