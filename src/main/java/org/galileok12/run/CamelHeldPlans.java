package org.galileok12.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/** Decides about held plans through the routes of held.camel.yaml; an approval is a run of the route sync-district. */
final class CamelHeldPlans implements HeldPlans {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProducerTemplate camel;
    private final CamelDistrictSync sync;

    CamelHeldPlans(ProducerTemplate camel, CamelDistrictSync sync) {
        this.camel = camel;
        this.sync = sync;
    }

    @Override
    public ArrayNode open() {
        var plans = JsonNodeFactory.instance.arrayNode();
        for (var row : rows("direct:held-plans")) {
            plans.addObject()
                    .put("district", (String) row.get("district"))
                    .put("name", (String) row.get("name"))
                    .put("run", (Long) row.get("run_id"))
                    .put("plan", (String) row.get("plan"))
                    .put("heldAt", CamelDecisions.moment(row.get("held_at")))
                    .put("rows", (Long) row.get("rows"))
                    .set("scopes", json(row.get("scopes")));
        }
        return plans;
    }

    @Override
    public RunResult approve(long run, String plan, String by, Progress progress) {
        var checked = send("direct:check-approval", Map.of("decidedRun", run, "hash", plan, "by", by));
        try {
            return sync.run(
                    progress,
                    Map.of(
                            "district",
                            Runs.variable(checked, "district", String.class),
                            "trigger",
                            "approval",
                            "dryRun",
                            false,
                            "approvedRun",
                            Runs.variable(checked, "heldRun", Long.class),
                            "hash",
                            plan,
                            "by",
                            by));
        } catch (RunRefused neverBegan) {
            keep(checked, neverBegan);
            throw neverBegan;
        }
    }

    /** The approval is kept already; without this nobody would see that no run followed it. */
    private void keep(Exchange approval, RunRefused refused) {
        var variables = new HashMap<>(approval.getVariables());
        variables.put("transaction", "direct:save-decision");
        variables.put("outcome", Decisions.outcome(refused));
        try {
            send("direct:repeat", variables);
        } catch (RunRefused notKept) {
            refused.addSuppressed(notKept);
        }
    }

    @Override
    public ObjectNode reject(long run, String by) {
        return Runs.variable(
                send("direct:reject-plan", Map.of("decidedRun", run, "by", by)), "decided", ObjectNode.class);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> rows(String route) {
        return send(route, Map.of()).getMessage().getBody(List.class);
    }

    private Exchange send(String route, Map<String, Object> variables) {
        var exchange = camel.request(route, it -> variables.forEach(it::setVariable));
        if (exchange.getException() != null) {
            throw CamelDistrictSync.refused(exchange.getException());
        }
        return exchange;
    }

    private static JsonNode json(@Nullable Object jsonb) {
        try {
            return jsonb == null ? JsonNodeFactory.instance.arrayNode() : JSON.readTree(jsonb.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("sync.run.report is no JSON", e);
        }
    }
}
