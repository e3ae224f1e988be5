package org.galileok12.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
        var run = exchange.getVariable("approvedRun");
        var steady = !Boolean.FALSE.equals(exchange.getVariable("steady", Boolean.class));
        exchange.setVariable(
                "approvalDifference",
                rows.isEmpty()
                        ? null
                        : steady
                                ? "Not applied: since run %s held it, the plan has changed (%s)."
                                        .formatted(run, listed(rows))
                                : "Not applied: Clever changed the district while it was read. Approve run %s again."
                                        .formatted(run));
    }

    /** Out: the variables of save-decision for an approval that was refused. In: variables approvedRun, approvalDifference. */
    public void refused(Exchange exchange) {
        keep(exchange, exchange.getVariable("approvedRun"), exchange.getVariable("approvalDifference"));
    }

    /**
     * Out: the variables of save-decision for an approval that is published. In: update count of apply-held-plan.sql, 0 when
     * somebody has decided otherwise since; then nothing is published.
     */
    public void applied(Exchange exchange) {
        if (exchange.getMessage().getHeader("CamelJdbcUpdateCount", 0, Integer.class) == 0) {
            throw new RunRefused("The held plan of run " + exchange.getVariable("approved")
                    + " has been decided by somebody else meanwhile. Nothing of this run was published.");
        }
        keep(exchange, exchange.getVariable("approved"), "Applied by run " + exchange.getVariable("runId") + ".");
    }

    /** Out: the variables of save-decision for an approval whose run begins. In: variable heldRun. */
    public void begun(Exchange exchange) {
        keep(
                exchange,
                exchange.getVariable("heldRun"),
                "Approved: the district is read anew, and the plan applied if it is still the same.");
    }

    /**
     * Refuses when there is nothing to decide, or another plan than the one named. In: variables decidedRun, hash if the
     * person named one; rows of find-held-plan.sql. Out: variables districtId, district, heldRun.
     */
    public void requireOpen(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var run = Runs.variable(exchange, "decidedRun", Long.class);
        if (rows.isEmpty()) {
            throw NotFound.run(run);
        }
        var row = rows.get(0);
        exchange.setVariable("districtId", row.get("district_id"));
        exchange.setVariable("district", row.get("district"));
        exchange.setVariable("heldRun", row.get("run_id"));
        refuseDecided(exchange, run, row);
        var named = exchange.getVariable("hash");
        if (named != null && !named.equals(row.get("hash"))) {
            throw new RunRefused("Run %d holds back plan %s, not %s. Look at it again (held), then name it."
                    .formatted(run, row.get("hash"), named));
        }
    }

    /** In: row of reject-held-plan.sql. Out: variables decided, outcome, hash. */
    public void rejected(Exchange exchange, @Body List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            throw new RunRefused("The held plan of run " + exchange.getVariable("heldRun")
                    + " has just been decided by somebody else.");
        }
        var plan = rows.get(0);
        exchange.setVariable("hash", plan.get("hash"));
        exchange.setVariable("decidedRun", plan.get("run_id"));
        exchange.setVariable(
                "outcome", "Rejected: %s rows stay, and are not asked for again.".formatted(plan.get("rows")));
        exchange.setVariable(
                "decided",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("district", exchange.getVariable("district", String.class))
                        .put("run", (Long) plan.get("run_id"))
                        .put("plan", (String) plan.get("hash"))
                        .put("rows", (Long) plan.get("rows"))
                        .put("decidedBy", exchange.getVariable("by", String.class))
                        .put("decidedAt", CamelDecisions.moment(plan.get("decided_at"))));
    }

    /** Says what came of a plan that does not wait any more. In: row of find-held-plan.sql. */
    private static void refuseDecided(Exchange exchange, long run, Map<String, Object> row) {
        var state = String.valueOf(row.get("state"));
        var takesBack = state.equals("rejected") && "approve".equals(exchange.getVariable("kind"));
        if (state.equals("open") || takesBack) {
            return;
        }
        throw new RunRefused(
                switch (state) {
                    case "applied" ->
                        "The held plan of run %s was approved by %s and applied by run %s at %s."
                                .formatted(
                                        run,
                                        row.get("decided_by"),
                                        row.get("decided_run"),
                                        CamelDecisions.moment(row.get("decided_at")));
                    case "rejected" ->
                        "The held plan of run %s was rejected by %s at %s."
                                .formatted(run, row.get("decided_by"), CamelDecisions.moment(row.get("decided_at")));
                    case "superseded" ->
                        "The held plan of run %s was superseded by run %s.%s"
                                .formatted(run, row.get("decided_run"), waiting(row));
                    default ->
                        row.get("held_hash") == null || row.get("open_run") == null
                                ? "Run " + run + " holds nothing back."
                                : "Run " + run + " read the district incompletely." + waiting(row);
                });
    }

    private static String waiting(Map<String, Object> row) {
        return row.get("open_run") == null
                ? " Nothing waits in this district now."
                : " What waits now is that of run " + row.get("open_run") + ", plan " + row.get("open_hash") + ".";
    }

    private static void keep(Exchange exchange, Object run, Object outcome) {
        exchange.setVariable("kind", "approve");
        exchange.setVariable("decidedRun", run);
        exchange.setVariable("outcome", outcome);
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
