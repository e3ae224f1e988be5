package org.galileok12.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Gathers who was in a class on a day as the route roster-as-of calls it. Safe to share. */
public final class ClassRosters {

    private final ZoneId zone;

    ClassRosters(ZoneId zone) {
        this.zone = zone;
    }

    /** In: rows of find-explained-rows.sql. Out: variables story, districtId, classRoster. */
    public void section(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var known = rows.stream().filter(row -> row.get("id") != null).toList();
        var asked = Runs.variable(exchange, "asked", String.class);
        if (known.isEmpty()) {
            throw new UnusableQuestion("No section " + asked + " was ever in the roster"
                    + (exchange.getVariable("district") == null ? "." : " of this district.")
                    + " Check the id; explain says what else it may be.");
        }
        if (known.size() > 1) {
            throw new UnusableQuestion(
                    "Section " + asked + " is in " + known.size() + " districts. Name one with --district.");
        }
        var row = known.get(0);
        var roster = JsonNodeFactory.instance
                .objectNode()
                .put("district", (String) row.get("district"))
                .put("section", (Long) row.get("id"))
                .put("day", Runs.variable(exchange, "day", String.class))
                .put("zone", Runs.variable(exchange, "zone", String.class));
        var told =
                JsonNodeFactory.instance.objectNode().put("entity", "section").put("id", (Long) row.get("id"));
        exchange.setVariable("story", new Story(told, zone));
        exchange.setVariable("districtId", row.get("district_id"));
        exchange.setVariable("classRoster", roster);
    }

    /** In: rows of describe-row.sql; none when the section went away in between. */
    public void head(Exchange exchange, @Body List<Map<String, Object>> rows) {
        for (var row : rows) {
            roster(exchange)
                    .put("cleverId", (String) row.get("clever_id"))
                    .put("name", (String) row.get("name"))
                    .put("origin", (String) row.get("origin"))
                    .put("active", (Boolean) row.get("active"));
        }
    }

    /** In: rows of list-class.sql. */
    public void members(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var teachers = roster(exchange).putArray("teachers");
        var students = roster(exchange).putArray("students");
        for (var row : rows) {
            var isTeacher = "teacher".equals(row.get("what"));
            var one = (isTeacher ? teachers : students)
                    .addObject()
                    .put("id", (Long) row.get("id"))
                    .put("cleverId", (String) row.get("clever_id"))
                    .put("firstName", (String) row.get("first_name"))
                    .put("lastName", (String) row.get("last_name"))
                    .put("since", Story.instant(row.get("since")))
                    .put("until", Story.instant(row.get("until")))
                    .put("origin", (String) row.get("origin"));
            if (isTeacher) {
                one.put("primary", (Boolean) row.get("is_primary"));
            }
        }
    }

    private static ObjectNode roster(Exchange exchange) {
        return Runs.variable(exchange, "classRoster", ObjectNode.class);
    }
}
