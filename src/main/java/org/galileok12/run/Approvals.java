package org.galileok12.run;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.roster.SqlRow;

/** What the routes need to know about a person's decision on a held plan. Safe to share. */
public final class Approvals {

    Approvals() {}

    /** In: rows of find-held-differences.sql. Out: variable approvalDifference, null when the approved set is held now. */
    public void compare(Exchange exchange, @Body List<Map<String, Object>> rows) {
        exchange.setVariable(
                "approvalDifference",
                rows.isEmpty()
                        ? null
                        : "Not applied: since run %s held it, the plan has changed (%s)."
                                .formatted(exchange.getVariable("approvedRun"), listed(rows)));
    }

    /** Sets the parameters of save-decision.sql for an approval that was refused. */
    public void refused(Exchange exchange) {
        decision(exchange, "approve", exchange.getVariable("approvedRun"), exchange.getVariable("approvalDifference"));
    }

    /** Sets the parameters of save-decision.sql for an approval that is published. In: update count of apply-held-plan.sql. */
    public void applied(Exchange exchange) {
        if (exchange.getMessage().getHeader("CamelJdbcUpdateCount", 0, Integer.class) == 0) {
            throw new RunRefused("The held plan of run " + exchange.getVariable("approved")
                    + " has been decided by somebody else meanwhile. Nothing of this run was published.");
        }
        decision(
                exchange,
                "approve",
                exchange.getVariable("approved"),
                "Applied by run " + exchange.getVariable("runId") + ".");
    }

    /**
     * Refuses when there is nothing to decide. In: variable run, rows of find-held-plan.sql. Out: variables districtId,
     * heldRun.
     */
    public void requireOpen(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var plan = openPlan(Runs.variable(exchange, "run", Long.class), rows);
        exchange.setVariable("districtId", plan.get("district_id"));
        exchange.setVariable("heldRun", plan.get("run_id"));
        exchange.setVariable("district", plan.get("district"));
    }

    /** In: row of reject-held-plan.sql. Out: variable rejectedPlan, parameters of save-decision.sql. */
    public void rejected(Exchange exchange, @Body List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            throw new RunRefused("The held plan of run " + exchange.getVariable("heldRun")
                    + " has just been decided by somebody else.");
        }
        exchange.setVariable("rejectedPlan", rows.get(0));
        decision(
                exchange,
                "reject",
                exchange.getVariable("heldRun"),
                "Rejected: %s rows stay, and are not asked for again."
                        .formatted(rows.get(0).get("rows")));
    }

    /** The row of find-held-plan.sql whose plan waits for a person, or a refusal that says what came of it. */
    static Map<String, Object> openPlan(long run, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            throw new UnknownRun(run);
        }
        var row = rows.get(0);
        if (row.get("held_hash") == null || row.get("state") == null) {
            throw new RunRefused("Run " + run + " holds nothing back.");
        }
        switch (String.valueOf(row.get("state"))) {
            case "open" -> {
                return row;
            }
            case "applied" ->
                throw new RunRefused("The held plan of run %s was approved by %s and applied by run %s at %s."
                        .formatted(run, row.get("decided_by"), row.get("decided_run"), row.get("decided_at")));
            case "rejected" ->
                throw new RunRefused("The held plan of run %s was rejected by %s at %s."
                        .formatted(run, row.get("decided_by"), row.get("decided_at")));
            default ->
                throw new RunRefused("The held plan of run %s was superseded by run %s.%s"
                        .formatted(
                                run,
                                row.get("decided_run"),
                                row.get("open_run") == null
                                        ? " Nothing waits in this district now."
                                        : " What waits now is that of run " + row.get("open_run") + ", plan "
                                                + row.get("open_hash") + "."));
        }
    }

    private static void decision(Exchange exchange, String kind, Object run, Object outcome) {
        var message = exchange.getMessage();
        message.setHeader("kind", kind);
        message.setHeader("decidedRun", run);
        message.setHeader("hash", exchange.getVariable("namedPlan"));
        message.setHeader("by", exchange.getVariable("by"));
        message.setHeader("outcome", outcome);
    }

    private static String listed(List<Map<String, Object>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> String.valueOf(row.get("difference")),
                        java.util.TreeMap::new,
                        Collectors.mapping(
                                row -> SqlRow.number(row, "rows") + " " + row.get("entity"), Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(kind -> kind.getKey() + ": " + kind.getValue())
                .collect(Collectors.joining("; "));
    }
}
