package org.galileok12.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** What the routes about the publish hold do between their statements. Safe to share. */
public final class HoldSteps {

    private static final String REASON = "a person put it on hold";

    /**
     * Ends the run as HELD when its district is on publish hold. In: the row of begin-publish.sql, variable run. Out: variable
     * publishHold, only then.
     */
    public void lookAtHold(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var row = rows.get(0);
        if (exchange.removeVariable("publishHold") != null) {
            // An earlier try met a hold that was released since.
            var again = Runs.variable(exchange, "run", Run.class);
            again.report().remove("publishHold");
            again.ends(Outcome.DONE, null);
        }
        if (Boolean.TRUE.equals(row.get("published")) || row.get("publish_hold_since") == null) {
            return;
        }
        var run = Runs.variable(exchange, "run", Run.class);
        var hold = hold(row);
        exchange.setVariable("publishHold", hold);
        run.report().set("publishHold", hold);
        run.ends(
                Outcome.HELD,
                "The district is on publish hold since %s, by %s: %s. Nothing was published; see 'release %s'."
                        .formatted(
                                hold.path("since").asText(),
                                hold.path("by").asText(),
                                hold.path("reason").asText(),
                                run.getDistrict()));
    }

    /** In: rows of find-district-to-hold.sql. Out: variables districtId, publishHold. */
    public void district(Exchange exchange, @Body List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            throw new NeverSeen(Objects.requireNonNull(exchange.getVariable("district", String.class)));
        }
        var row = rows.get(0);
        exchange.setVariable("districtId", row.get("district_id"));
        exchange.removeVariable("publishHold");
        if (row.get("publish_hold_since") != null) {
            exchange.setVariable("publishHold", hold(row));
        }
    }

    /** Out: the parameters of set-publish-hold.sql. */
    public void beginHold(Exchange exchange) {
        var hold = exchange.getVariable("publishHold", ObjectNode.class);
        if (hold != null) {
            throw new RunRefused("District %s is on publish hold already, since %s, by %s: %s."
                    .formatted(
                            exchange.getVariable("district"),
                            hold.path("since").asText(),
                            hold.path("by").asText(),
                            hold.path("reason").asText()));
        }
        exchange.getMessage().setHeader("by", exchange.getVariable("by"));
        exchange.getMessage().setHeader("reason", REASON);
    }

    /** In: the row of set-publish-hold.sql. Out: variables decided, outcome. */
    public void held(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var since = CamelDecisions.moment(rows.get(0).get("publish_hold_since"));
        var decided = answer(exchange);
        decided.set("publishHold", publishHold(since, Runs.variable(exchange, "by", String.class), REASON));
        exchange.setVariable("outcome", "The district is on publish hold.");
    }

    public void refuseNotHeld(Exchange exchange) {
        if (exchange.getVariable("publishHold") == null) {
            throw new RunRefused("District %s is not on publish hold: its runs publish."
                    .formatted(exchange.getVariable("district")));
        }
    }

    /** In: rows of find-newest-plan.sql, variable publishHold. Out: variable decided. */
    public void withheld(Exchange exchange, @Body List<Map<String, Object>> rows) {
        if (rows.isEmpty() || !Boolean.TRUE.equals(rows.get(0).get("planned_since_hold"))) {
            throw new RunRefused(
                    "No run of district %1$s has planned since the publish hold began, so nobody has seen what would be applied. Type 'sync %1$s --dry-run' first."
                            .formatted(exchange.getVariable("district")));
        }
        var row = rows.get(0);
        var decided = answer(exchange).put("run", (Long) row.get("run_id")).put("plan", (String) row.get("plan_hash"));
        decided.set("publishHold", exchange.getVariable("publishHold", ObjectNode.class));
        decided.set("report", CamelDecisions.report(row));
    }

    /** In: variables decided, as withheld leaves it, and hash. */
    public void refuseAnotherPlan(Exchange exchange) {
        var newest = Runs.variable(exchange, "decided", ObjectNode.class);
        if (!newest.path("plan").asText().equals(exchange.getVariable("hash"))) {
            throw new RunRefused(
                    "The newest plan of district %1$s is another one, by run %2$s: the hold stays. Look at it with 'release %1$s'."
                            .formatted(
                                    exchange.getVariable("district"),
                                    newest.path("run").asText()));
        }
    }

    /** Out: variables decided, outcome, decidedRun. */
    public void released(Exchange exchange) {
        var run =
                Runs.variable(exchange, "decided", ObjectNode.class).path("run").asLong();
        answer(exchange)
                .put("run", run)
                .put("plan", Runs.variable(exchange, "hash", String.class))
                .put("decidedBy", Runs.variable(exchange, "by", String.class));
        exchange.setVariable("decidedRun", run);
        exchange.setVariable("outcome", "The hold is lifted: the next run publishes.");
    }

    static ObjectNode publishHold(@Nullable String since, @Nullable String by, @Nullable String reason) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("since", since)
                .put("by", by)
                .put("reason", reason);
    }

    private static ObjectNode hold(Map<String, Object> row) {
        return publishHold(
                CamelDecisions.moment(row.get("publish_hold_since")), (String) row.get("publish_hold_by"), (String)
                        row.get("publish_hold_reason"));
    }

    private static ObjectNode answer(Exchange exchange) {
        var decided = JsonNodeFactory.instance
                .objectNode()
                .put("district", Runs.variable(exchange, "district", String.class));
        exchange.setVariable("decided", decided);
        return decided;
    }
}
