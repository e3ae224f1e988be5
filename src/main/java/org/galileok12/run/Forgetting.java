package org.galileok12.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.roster.SqlRow;
import org.jspecify.annotations.Nullable;

/** Judges what is decided about districts that leave, as the routes of retention call it. Safe to share. */
public final class Forgetting {

    private final @Nullable Integer days;

    Forgetting(@Nullable Integer days) {
        this.days = days;
    }

    /** Sets the parameters of hold-district.sql and find-expired-districts.sql. */
    public void parameters(Exchange exchange) {
        exchange.getMessage().setHeader("district", exchange.getVariable("district"));
        exchange.getMessage().setHeader("days", days);
    }

    /** In: rows of find-forgotten-district.sql, none for a district that may be synchronised. */
    public void refuseForgotten(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var district = exchange.getVariable("district", String.class);
        for (var row : rows) {
            throw new DistrictForgotten(why(district, row));
        }
    }

    private static String why(@Nullable String district, Map<String, Object> row) {
        if (row.get("purged_at") != null) {
            return "District %s was purged at %s and is not synchronised any more. When a person has agreed to a new authorisation: accept %1$s."
                    .formatted(district, Story.instant(row.get("purged_at")));
        } else if (row.get("disconnected_at") != null) {
            return "District %s was disconnected at %s by %s and is not synchronised. To lift that: accept %1$s."
                    .formatted(district, Story.instant(row.get("disconnected_at")), row.get("disconnected_by"));
        } else if (Boolean.TRUE.equals(row.get("declined"))) {
            return "District %s was declined at %s by %s and is not synchronised. To take it on after all: accept %1$s."
                    .formatted(district, Story.instant(row.get("taken_on_at")), row.get("taken_on_by"));
        }
        return "The token of district %s was made for another application, so that nothing of it is synchronised. See: district %1$s."
                .formatted(district);
    }

    /** In: rows of hold-district.sql. Out: variables districtId, held, answer; no decidedRun. */
    public void hold(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var district = Runs.variable(exchange, "district", String.class);
        if (rows.isEmpty()) {
            throw new NeverSeen(district);
        }
        exchange.setVariable("districtId", rows.get(0).get("district_id"));
        exchange.setVariable("held", rows.get(0));
        exchange.setVariable("answer", JsonNodeFactory.instance.objectNode().put("district", district));
        exchange.removeVariable("decidedRun");
    }

    /** Out: variable outcome. Camel leaves the count of the statement in its header. */
    public void disconnected(Exchange exchange) {
        var runs = exchange.getMessage().getHeader("CamelJdbcUpdateCount", 0, Integer.class);
        answer(exchange)
                .put("alreadyDisconnectedAt", Story.instant(held(exchange).get("disconnected_at")))
                .put("runsEnded", runs);
        exchange.setVariable(
                "outcome", "Disconnected; the roster is kept." + (runs == 0 ? "" : " The run under way was ended."));
    }

    /** Out: variable outcome. */
    public void accepted(Exchange exchange) {
        var held = held(exchange);
        answer(exchange)
                .put("wasDisconnectedAt", Story.instant(held.get("disconnected_at")))
                .put("wasPurgedAt", Story.instant(held.get("purged_at")))
                .put("wasOnboarding", (String) held.get("onboarding"));
        exchange.setVariable(
                "outcome",
                held.get("purged_at") != null
                        ? "Accepted after a purge; the next run brings the roster."
                        : held.get("disconnected_at") != null
                                ? "Accepted after a disconnect; runs go on."
                                : switch (String.valueOf(held.get("onboarding"))) {
                                    case "requested" -> "Accepted.";
                                    case "declined" -> "Accepted after it was declined.";
                                    default -> "Accepted; it was not disconnected.";
                                });
    }

    /** @throws RunRefused unless the district is disconnected and its retention time is over */
    public void refusePurge(Exchange exchange) {
        var held = held(exchange);
        var district = exchange.getVariable("district", String.class);
        if (held.get("disconnected_at") == null) {
            throw new RunRefused("District %s is not disconnected; nothing was deleted. First: disconnect %1$s."
                    .formatted(district));
        } else if (days == null) {
            throw new RunRefused(
                    "No retention time is set; nothing was deleted. Set SYNC_RETENTION_DAYS to the days for which the roster of a district that has left is kept.");
        } else if (!Boolean.TRUE.equals(held.get("due"))) {
            throw new RunRefused(
                    "District %s was disconnected at %s and is kept for %d days, until %s; nothing was deleted."
                            .formatted(
                                    district,
                                    Story.instant(held.get("disconnected_at")),
                                    days,
                                    Story.instant(held.get("due_at"))));
        }
    }

    /** In: rows of purge-roster.sql. Out: variable outcome. */
    public void deleted(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var deleted = answer(exchange)
                .put("run", Runs.variable(exchange, "decidedRun", Long.class))
                .putObject("deleted");
        var total = 0L;
        for (var row : rows) {
            deleted.put((String) row.get("entity"), SqlRow.number(row, "rows"));
            total += SqlRow.number(row, "rows");
        }
        answer(exchange).put("rowsDeleted", total);
        exchange.setVariable("outcome", "Purged: " + total + " rows deleted, no synced row is left.");
    }

    /** In: rows of count-synced-rows.sql. */
    public void proveNothingLeft(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var synced =
                rows.stream().mapToLong(row -> SqlRow.number(row, "synced")).sum();
        if (synced > 0) {
            throw new RunFailed(
                    "After the purge %d synced rows were left: it was undone. This is a bug.".formatted(synced));
        }
        var byHand = answer(exchange).put("syncedRowsLeft", synced).putObject("leftByHand");
        rows.stream()
                .filter(row -> SqlRow.number(row, "by_hand") > 0)
                .forEach(row -> byHand.put((String) row.get("entity"), SqlRow.number(row, "by_hand")));
    }

    /** What end-purge.sql keeps. */
    public String report(Exchange exchange) {
        return answer(exchange).toString();
    }

    private static Map<?, ?> held(Exchange exchange) {
        return Runs.variable(exchange, "held", Map.class);
    }

    private static ObjectNode answer(Exchange exchange) {
        return Runs.variable(exchange, "answer", ObjectNode.class);
    }
}
