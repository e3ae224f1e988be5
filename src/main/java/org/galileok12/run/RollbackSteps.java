package org.galileok12.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.roster.SqlRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the route rollback does between its statements: refuse in sentences, and report. Safe to share. */
public final class RollbackSteps {

    private static final Logger LOG = LoggerFactory.getLogger(RollbackSteps.class);

    private final Clock clock;

    RollbackSteps(Clock clock) {
        this.clock = clock;
    }

    /** In: rows of find-run-to-undo.sql. Out: variables districtId, district. */
    public void hold(Exchange exchange, @Body List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            throw NotFound.run(exchange.getVariable("undoes"));
        }
        exchange.setVariable("districtId", rows.get(0).get("district_id"));
        exchange.setVariable("district", rows.get(0).get("district"));
    }

    /** In: the row of judge-run-to-undo.sql. */
    public void refuse(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var row = rows.get(0);
        var run = "Run " + exchange.getVariable("undoes");
        if (Boolean.TRUE.equals(row.get("dry_run"))) {
            throw new RunRefused(run + " was a dry run: it changed nothing, and there is nothing to undo.");
        }
        if (row.get("active_run") != null) {
            throw new RunRefused("Run %s of district %s is under way since %s. Roll back when it has ended."
                    .formatted(row.get("active_run"), exchange.getVariable("district"), row.get("active_since")));
        }
        if (!Boolean.TRUE.equals(row.get("published"))) {
            throw new RunRefused("%s published nothing (it ended %s), and there is nothing to undo."
                    .formatted(run, row.get("state")));
        }
        if (row.get("undone_by") != null) {
            throw new RunRefused(
                    "%s has been rolled back already, by run %2$s. To have its changes again, roll back run %2$s."
                            .formatted(run, row.get("undone_by")));
        }
        if (SqlRow.number(row, "changes") == 0) {
            throw new RunRefused(run + " changed nothing, and there is nothing to undo.");
        }
        if (SqlRow.number(row, "dropped") > 0) {
            throw new RunRefused(run + " is too old to be undone: the journal has dropped the values from before it.");
        }
    }

    /** In: rows of report-undone.sql. Out: variables decided, outcome; the parameters of finish-rollback.sql. */
    public void report(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var undoes = Runs.variable(exchange, "undoes", Long.class);
        var by = Runs.variable(exchange, "by", String.class);
        var report = JsonNodeFactory.instance.objectNode();
        report.put("run", Runs.variable(exchange, "runId", Long.class))
                .put("undoes", undoes)
                .put("district", Runs.variable(exchange, "district", String.class))
                .put("outcome", Outcome.DONE.name())
                .put("by", by);
        count(report, rows);
        var reason = "run " + undoes + " was rolled back";
        report.set("publishHold", HoldSteps.publishHold(clock.instant().toString(), by, reason));
        var outcome = "Run %s put back %s rows of run %s and refused %s."
                .formatted(report.path("run"), report.path("rows"), undoes, report.path("refused"));
        LOG.info("District {}: {}", report.path("district").asText(), outcome);
        exchange.setVariable("decided", report);
        exchange.setVariable("outcome", outcome);
        var message = exchange.getMessage();
        message.setHeader("undoes", undoes);
        message.setHeader("by", by);
        message.setHeader("reason", reason);
        message.setHeader("report", report.toString());
    }

    private static void count(ObjectNode report, List<Map<String, Object>> rows) {
        var entities = JsonNodeFactory.instance.objectNode();
        var refused = JsonNodeFactory.instance.arrayNode();
        var total = 0L;
        for (var row : rows) {
            var entity = (String) row.get("entity");
            if (row.get("why") == null) {
                entities.withObjectProperty(entity).put((String) row.get("action"), SqlRow.number(row, "rows"));
                total += SqlRow.number(row, "rows");
            } else {
                refused.addObject()
                        .put("entity", entity)
                        .put("id", SqlRow.number(row, "id"))
                        .put("why", (String) row.get("why"));
            }
        }
        report.put("rows", total).put("refused", refused.size());
        report.set("entities", entities);
        report.set("refusedRows", refused);
    }
}
