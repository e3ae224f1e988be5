package org.galileok12.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        for (var row : rows("direct:held-plans", Map.of())) {
            plans.addObject()
                    .put("district", (String) row.get("district"))
                    .put("name", (String) row.get("name"))
                    .put("run", (Long) row.get("run_id"))
                    .put("plan", (String) row.get("plan"))
                    .put("heldAt", String.valueOf(row.get("held_at")))
                    .put("rows", (Long) row.get("rows"))
                    .set("scopes", json(row.get("scopes")));
        }
        return plans;
    }

    @Override
    public RunResult approve(long run, String plan, String by, Progress progress) {
        var row = Approvals.openPlan(run, rows("direct:find-held-plan", Map.of("run", run)));
        if (!plan.equals(row.get("hash"))) {
            throw new RunRefused("Run %d holds back plan %s, not %s. Look at it again (held), then name it."
                    .formatted(run, row.get("hash"), plan));
        }
        return sync.run(
                progress,
                Map.of(
                        "district",
                        String.valueOf(row.get("district")),
                        "trigger",
                        "approval",
                        "dryRun",
                        false,
                        "approvedRun",
                        row.get("run_id"),
                        "namedPlan",
                        plan,
                        "by",
                        by));
    }

    @Override
    public ObjectNode reject(long run, String by) {
        var exchange = send("direct:reject-plan", Map.of("run", run, "by", by));
        Map<?, ?> plan = exchange.getMessage().getBody(Map.class);
        return JsonNodeFactory.instance
                .objectNode()
                .put("district", exchange.getVariable("district", String.class))
                .put("run", (Long) plan.get("run_id"))
                .put("plan", (String) plan.get("hash"))
                .put("rows", (Long) plan.get("rows"))
                .put("decidedBy", by)
                .put("decidedAt", String.valueOf(plan.get("decided_at")));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> rows(String route, Map<String, Object> variables) {
        return send(route, variables).getMessage().getBody(List.class);
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
