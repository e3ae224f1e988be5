package org.galileok12.sso;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.run.NeverSeen;
import org.galileok12.run.RunRefused;
import org.jspecify.annotations.Nullable;

/** Judges the switch of single sign-on, as the routes of sso-switch call it. Safe to share. */
public final class SwitchSteps {

    /** In: the row of find-sso-switch.sql, variable on. Switching off is never refused. */
    public void refuse(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var row = rows.get(0);
        var district = exchange.getVariable("district");
        if (!isOn(exchange)) {
            return;
        }
        if (row.get("disconnected_at") != null) {
            throw new RunRefused("District %s was disconnected at %s by %s: nobody may sign in. First: accept %1$s."
                    .formatted(district, moment(row.get("disconnected_at")), row.get("disconnected_by")));
        }
        if (!Boolean.TRUE.equals(row.get("published"))) {
            throw new RunRefused("District %s has no published roster yet: nobody could be let in. First: sync %1$s."
                    .formatted(district));
        }
    }

    /** Out: parameters of set-sso-switch.sql. */
    public void parameters(Exchange exchange) {
        for (var name : List.of("on", "roles", "respectLaunchDate")) {
            exchange.getMessage().setHeader(name, exchange.getVariable(name));
        }
    }

    /** In: the count that end-sessions.sql left. Out: variable sessionsEnded. */
    public void ended(Exchange exchange) {
        exchange.setVariable(
                "sessionsEnded", exchange.getMessage().getHeader("CamelJdbcUpdateCount", 0, Integer.class));
    }

    /** In: the row as it is now. Out: variables decided, outcome. */
    public void switched(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var row = rows.get(0);
        var ended = Objects.requireNonNull(exchange.getVariable("sessionsEnded", Integer.class));
        answer(exchange, row).put("sessionsEnded", ended);
        exchange.setVariable(
                "outcome",
                isOn(exchange)
                        ? "Single sign-on is on for %s%s; sessions ended: %d."
                                .formatted(
                                        String.valueOf(row.get("roles")).replace(",", ", "),
                                        Boolean.TRUE.equals(row.get("respect_launch_date"))
                                                ? ", from the launch date on"
                                                : "",
                                        ended)
                        : "Single sign-on is off; sessions ended: %d.".formatted(ended));
    }

    /** In: rows of find-sso-switch.sql. Out: variable decided. */
    public void show(Exchange exchange, @Body List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            throw new NeverSeen(Objects.requireNonNull(exchange.getVariable("district", String.class)));
        }
        var row = rows.get(0);
        answer(exchange, row)
                .put("published", Boolean.TRUE.equals(row.get("published")))
                .put("disconnectedAt", moment(row.get("disconnected_at")));
    }

    private static ObjectNode answer(Exchange exchange, Map<String, Object> row) {
        var answer = JsonNodeFactory.instance
                .objectNode()
                .put("district", exchange.getVariable("district", String.class))
                .put("on", Boolean.TRUE.equals(row.get("sso")));
        var roles = answer.putArray("roles");
        SignIns.roles(row).forEach(role -> roles.add(role.code()));
        answer.put("respectLaunchDate", Boolean.TRUE.equals(row.get("respect_launch_date")))
                .put("launchDate", (String) row.get("launch_date"));
        exchange.setVariable("decided", answer);
        return answer;
    }

    private static boolean isOn(Exchange exchange) {
        return Boolean.TRUE.equals(exchange.getVariable("on"));
    }

    private static @Nullable String moment(@Nullable Object timestamp) {
        return timestamp instanceof Timestamp moment ? moment.toInstant().toString() : null;
    }
}
