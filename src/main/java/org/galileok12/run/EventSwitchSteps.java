package org.galileok12.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Judges and tells the switch of events, as the routes of events-switch call it. Safe to share. */
public final class EventSwitchSteps {

    /** In: the row of find-events-switch.sql, variable on. Switching off is never refused. */
    public void refuse(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var row = rows.get(0);
        var district = exchange.getVariable("district");
        if (!Boolean.TRUE.equals(exchange.getVariable("on"))) {
            return;
        }
        if (row.get("disconnected_at") != null) {
            throw new RunRefused("District %s was disconnected at %s by %s: it has no events. First: accept %1$s."
                    .formatted(
                            district, CamelDecisions.moment(row.get("disconnected_at")), row.get("disconnected_by")));
        }
        if (!Boolean.TRUE.equals(row.get("published"))) {
            throw new RunRefused("District %s has no published roster yet that events could change. First: sync %1$s."
                    .formatted(district));
        }
    }

    /** In: the row as it is now. Out: variables decided, outcome. */
    public void switched(Exchange exchange, @Body List<Map<String, Object>> rows) {
        show(exchange, rows);
        exchange.setVariable(
                "outcome",
                Boolean.TRUE.equals(rows.get(0).get("events"))
                        ? "The district is followed by events."
                        : "The district is not followed by events.");
    }

    /** In: rows of find-events-switch.sql. Out: variable decided. */
    public void show(Exchange exchange, @Body List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            throw new NeverSeen(Objects.requireNonNull(exchange.getVariable("district", String.class)));
        }
        var row = rows.get(0);
        exchange.setVariable(
                "decided",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("district", exchange.getVariable("district", String.class))
                        .put("on", Boolean.TRUE.equals(row.get("events")))
                        .put("state", state(row))
                        .put("readUntil", CamelDecisions.moment(row.get("events_read_at")))
                        .put("trouble", (String) row.get("events_trouble")));
    }

    private static String state(Map<String, Object> row) {
        if (!Boolean.TRUE.equals(row.get("events"))) {
            return "Events are off: changes come with full runs only.";
        }
        if (row.get("disconnected_at") != null) {
            return "The district has left.";
        }
        if (Boolean.TRUE.equals(row.get("on_hold"))) {
            return "Events wait: the district is on publish hold.";
        }
        if (Boolean.TRUE.equals(row.get("paused"))) {
            return "Events wait: a person has paused the district.";
        }
        if (row.get("events_gap") != null) {
            return "Events wait for a full run: " + row.get("events_gap") + ".";
        }
        return row.get("events_read_at") == null
                ? "Events wait for a full run, since which they can be followed."
                : "The district is followed by events.";
    }
}
