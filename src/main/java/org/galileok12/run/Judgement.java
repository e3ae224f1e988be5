package org.galileok12.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/** Says how a run ends that nothing interrupted, by its report: skipped, incomplete, held, or done. */
final class Judgement {

    private Judgement() {}

    /** In: variables skipReason, steady, dryRun. */
    static void of(Run run, Exchange exchange) {
        var skipReason = exchange.getVariable("skipReason", String.class);
        var unproven = run.report().path("unproven");
        if (skipReason != null) {
            run.ends(Outcome.SKIPPED, skipReason);
        } else if (waits(run)) {
            run.ends(
                    Outcome.HELD,
                    held(
                            run,
                            steady(exchange) && unproven.isEmpty(),
                            Boolean.TRUE.equals(exchange.getVariable("dryRun", Boolean.class))));
        } else if (!steady(exchange)) {
            run.ends(Outcome.INCOMPLETE, "Clever changed the district under every walk: nothing was deactivated.");
        } else if (!unproven.isEmpty()) {
            run.ends(
                    Outcome.INCOMPLETE,
                    "Nothing was deactivated that hangs on %s: ids there could not be read, or came in an order that proves nothing."
                            .formatted(
                                    unproven.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "))));
        }
    }

    private static boolean waits(Run run) {
        return run.report().path("guard").path("held").asLong() > 0;
    }

    private static boolean steady(Exchange exchange) {
        return !Boolean.FALSE.equals(exchange.getVariable("steady", Boolean.class));
    }

    private static String held(Run run, boolean complete, boolean dryRun) {
        var guard = run.report().path("guard");
        var rows = guard.path("held").asLong();
        if (dryRun) {
            return rows + " rows would wait for a person; all other changes would be applied.";
        }
        if (!complete) {
            return rows + " rows wait for a person, and the district was read incompletely: see the command held.";
        }
        var refused = guard.path("approvalRefused").asText(null);
        return (refused == null ? "" : refused + " ")
                + "%d rows wait for a person; all other changes are applied. Look at the report, then: approve %2$d --plan %3$s, or reject %2$d."
                        .formatted(rows, run.getRunId(), guard.path("plan").asText());
    }
}
