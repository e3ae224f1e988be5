package org.galileok12.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/** Sends what people decide and ask to the routes rollback, publish-hold and past-run. */
final class CamelDecisions implements Rollbacks, PublishHolds, PastRuns {

    private static final Pattern CLEVER_ID = Pattern.compile("[0-9a-f]{24}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProducerTemplate camel;

    CamelDecisions(ProducerTemplate camel) {
        this.camel = camel;
    }

    @Override
    public ObjectNode rollback(long run, String by) {
        return decided(send("direct:rollback", it -> {
            it.setVariable("undoes", run);
            it.setVariable("by", by);
        }));
    }

    @Override
    public ObjectNode hold(String district, String by) {
        requireId(district);
        return decided(send("direct:hold-publishing", it -> {
            it.setVariable("district", district);
            it.setVariable("by", by);
        }));
    }

    @Override
    public ObjectNode withheld(String district) {
        requireId(district);
        return decided(send("direct:show-withheld", it -> it.setVariable("district", district)));
    }

    @Override
    public ObjectNode release(String district, String plan, String by) {
        requireId(district);
        return decided(send("direct:release-publishing", it -> {
            it.setVariable("district", district);
            it.setVariable("hash", plan);
            it.setVariable("by", by);
        }));
    }

    @Override
    public ObjectNode run(long run) {
        List<?> rows = send("direct:past-run", it -> it.setVariable("wanted", run))
                .getMessage()
                .getBody(List.class);
        if (rows.isEmpty()) {
            throw NotFound.run(run);
        }
        return past((Map<?, ?>) rows.get(0));
    }

    private static ObjectNode past(Map<?, ?> row) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("run", (Long) row.get("run_id"))
                .put("district", (String) row.get("district"))
                .put("trigger", (String) row.get("trigger"))
                .put("dryRun", (Boolean) row.get("dry_run"))
                .put("state", (String) row.get("state"))
                .put("reason", (String) row.get("reason"))
                .put("errorClass", (String) row.get("error_class"))
                .put("startedAt", moment(row.get("started_at")))
                .put("finishedAt", moment(row.get("finished_at")))
                .put("publishedAt", moment(row.get("published_at")))
                .put("plan", (String) row.get("plan_hash"))
                .put("undoes", (Long) row.get("undoes"))
                .put("undoneBy", (Long) row.get("undone_by"));
        node.set("report", report(row));
        return node;
    }

    /** A stored report as JSON; empty for a run that has none. In: column report. */
    static ObjectNode report(Map<?, ?> row) {
        try {
            return row.get("report") instanceof String text
                    ? (ObjectNode) JSON.readTree(text)
                    : JsonNodeFactory.instance.objectNode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The report of a run is not JSON.", e);
        }
    }

    static @Nullable String moment(@Nullable Object timestamp) {
        return timestamp instanceof Timestamp moment ? moment.toInstant().toString() : null;
    }

    private Exchange send(String route, Consumer<Exchange> variables) {
        var exchange = camel.request(route, variables::accept);
        if (exchange.getException() != null) {
            throw refused(exchange.getException());
        }
        return exchange;
    }

    private static ObjectNode decided(Exchange exchange) {
        return Objects.requireNonNull(exchange.getVariable("decided", ObjectNode.class));
    }

    private static RunRefused refused(Exception failure) {
        var refused = Decisions.refusal(failure);
        return refused != null ? refused : new RunRefused(Failures.sentence(failure), failure);
    }

    private static void requireId(String district) {
        if (!CLEVER_ID.matcher(district).matches()) {
            throw new RunRefused("'" + district + "' is not a district id of Clever: 24 hexadecimal digits.");
        }
    }
}
