package org.galileok12.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.roster.SqlRow;

/** Says in the report of a run how many students have no exact grade level, and at which schools. Safe to share. */
public final class GradeReports {

    private static final List<String> COUNTS = List.of("students", "without", "other", "unknown", "inexact");

    /** In: rows of report-grades.sql, the one of the whole district among them. */
    public void levels(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var levels = Runs.variable(exchange, "run", Run.class).report().putObject("gradeLevels");
        var schools = levels.arrayNode();
        for (var row : rows) {
            if (row.get("school") == null) {
                counts(levels, row);
            } else {
                counts(
                        schools.addObject()
                                .put("school", (String) row.get("school"))
                                .put("name", (String) row.get("name")),
                        row);
            }
        }
        levels.set("schools", schools);
    }

    private static void counts(ObjectNode into, Map<String, Object> row) {
        COUNTS.forEach(count -> into.put(count, SqlRow.number(row, count)));
    }
}
