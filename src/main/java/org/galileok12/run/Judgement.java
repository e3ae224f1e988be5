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
            run.ends(Outcome.HELD, held(run, Boolean.TRUE.equals(exchange.getVariable("dryRun", Boolean.class))));
        } else if (Boolean.FALSE.equals(exchange.getVariable("steady", Boolean.class))) {
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
        var guard = run.report().path("guard");
        return guard.path("held").asLong() > 0 && !guard.has("rejected");
    }

    private static String held(Run run, boolean dryRun) {
        var guard = run.report().path("guard");
        var rows = guard.path("held").asLong();
        if (dryRun) {
            return rows + " rows would wait for a person; all other changes would be applied.";
        }
        var refused = guard.path("approvalRefused").asText(null);
        return (refused == null ? "" : refused + " ")
                + "%d rows wait for a person; all other changes are applied. Look at the report, then: approve %2$d --plan %3$s, or reject %2$d."
                        .formatted(rows, run.getRunId(), guard.path("plan").asText());
    }
}
