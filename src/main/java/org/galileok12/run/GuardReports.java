package org.galileok12.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.galileok12.roster.SqlRow;

/** Adds to the report of a run what it planned per entity and school, and what a guard held of it. Safe to share. */
public final class GuardReports {

    GuardReports() {}

    /** In: rows of report-plan.sql. Out: plan = {hash, entities: [{entity, school, schoolId, create, ..., held, protected}]}. */
    public void plan(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var entities = report(exchange).putObject("plan").putArray("entities");
        for (var row : rows) {
            var verdict = String.valueOf(row.get("verdict"));
            var count = verdict.equals("apply") ? String.valueOf(row.get("action")) : verdict;
            var one = line(entities, row);
            one.put(count, one.path(count).asLong() + SqlRow.number(row, "rows"));
        }
    }

    /** In: rows of report-scopes.sql. Out: guard = {scopes: [{entity, school, schoolId, gone, of, rule}]}. */
    public void scopes(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var scopes = report(exchange).putObject("guard").putArray("scopes");
        for (var row : rows) {
            scopes.addObject()
                    .put("entity", (String) row.get("entity"))
                    .put("school", (String) row.get("school"))
                    .put("schoolId", (Long) row.get("school_id"))
                    .put("gone", SqlRow.number(row, "gone"))
                    .put("of", SqlRow.number(row, "of"))
                    .put("rule", (String) row.get("rule"));
        }
    }

    /** In: headers updateShare, updateRows; the report's entities. Out: a notice for each with many updates. */
    public void massUpdates(Exchange exchange, @Header("updateShare") double share, @Header("updateRows") int rows) {
        var notices = report(exchange).withArray("notices");
        report(exchange).path("entities").properties().stream()
                .filter(entity -> !entity.getKey().equals("total"))
                .forEach(entity -> {
                    var updated = entity.getValue().path("updated").asLong();
                    var of = updated + entity.getValue().path("unchanged").asLong();
                    if (updated >= rows && updated > share * of) {
                        notices.add("%d of %d × %s: many updates at once; they are applied."
                                .formatted(updated, of, entity.getKey()));
                    }
                });
    }

    /** In: rows of report-protected.sql. Out: guard.protected = [{entity, id, cause}]. */
    public void protectedRows(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var list = guard(exchange).putArray("protected");
        for (var row : rows) {
            list.addObject()
                    .put("entity", (String) row.get("entity"))
                    .put("id", (Long) row.get("id"))
                    .put("cause", (String) row.get("cause"));
        }
    }

    /** In: row of hash-held.sql, variables planHash, approvalDifference. Out: variable heldHash; guard.held, guard.plan. */
    public void hashes(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var held = rows.get(0);
        var hash = (String) held.get("hash");
        exchange.setVariable("heldHash", hash);
        ((ObjectNode) report(exchange).path("plan")).put("hash", exchange.getVariable("planHash", String.class));
        var refused = exchange.getVariable("approvalDifference", String.class);
        if (refused != null) {
            report(exchange).withArray("notices").add(refused);
        }
        guard(exchange)
                .put("held", SqlRow.number(held, "rows"))
                .put("plan", hash)
                .put("approvalRefused", refused);
    }

    /** In: rows of report-rejected.sql. Out: guard.rejected = [{run, by, at, rows}]. */
    public void rejectedBefore(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var list = guard(exchange).putArray("rejected");
        for (var row : rows) {
            list.addObject()
                    .put("run", (Long) row.get("run_id"))
                    .put("by", (String) row.get("decided_by"))
                    .put("at", CamelDecisions.moment(row.get("decided_at")))
                    .put("rows", SqlRow.number(row, "rows"));
        }
    }

    /** The rows of one entity and school follow each other. */
    private static ObjectNode line(ArrayNode entities, Map<String, Object> row) {
        var entity = String.valueOf(row.get("entity"));
        var school = (Long) row.get("school_id");
        var last = entities.path(entities.size() - 1);
        if (last.path("entity").asText().equals(entity)
                && last.path("schoolId").asLong() == (school == null ? 0 : school)) {
            return (ObjectNode) last;
        }
        return entities.addObject()
                .put("entity", entity)
                .put("schoolId", school)
                .put("school", (String) row.get("school"));
    }

    private static ObjectNode guard(Exchange exchange) {
        return (ObjectNode) report(exchange).path("guard");
    }

    private static ObjectNode report(Exchange exchange) {
        return Runs.variable(exchange, "run", Run.class).report();
    }
}
