package org.galileok12.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.roster.SqlRow;
import org.galileok12.rules.Matches;

/** Gathers the report of a run from what the report statements say. Safe to share; each run has its own report. */
public final class Reports {

    private static final Map<String, String> COLLECTION_OF =
            Map.of("school", "schools", "term", "terms", "course", "courses", "person", "users", "section", "sections");
    private static final List<String> ODDITIES =
            List.of("nuls_removed", "unknown_values", "values_dropped", "students_without_level");
    private static final List<String> CHANGES =
            List.of("created", "updated", "reactivated", "deactivated", "adopted", "rekeyed");

    private final MeterRegistry meters;

    Reports(MeterRegistry meters) {
        this.meters = meters;
    }

    /** In: rows of report-collections.sql. */
    public void collections(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var report = report(exchange);
        var collections = report.putObject("collections");
        var oddities = report.putObject("oddities");
        var unproven = report.putArray("unproven");
        var pages = 0L;
        var records = 0L;
        for (var row : rows) {
            var one = collections.putObject((String) row.get("collection"));
            row.forEach((name, value) -> {
                if (value instanceof Number number) {
                    one.put(name, number.longValue());
                }
            });
            ODDITIES.stream()
                    .filter(odd -> one.path(odd).asLong() > 0)
                    .forEach(odd -> oddities.put(
                            row.get("collection") + "." + odd, one.path(odd).asLong()));
            // Events prove nothing, and nothing waits for such a proof.
            if (Boolean.TRUE.equals(row.get("unproven")) && !"events".equals(exchange.getVariable("trigger"))) {
                unproven.add((String) row.get("collection"));
            }
            pages += SqlRow.number(row, "pages");
            records += SqlRow.number(row, "fetched");
        }
        report.put("pages", pages).put("records", records);
    }

    /** In: rows of report-entities.sql. */
    public void entities(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var report = report(exchange);
        var entities = report.putObject("entities");
        var total = entities.objectNode();
        for (var row : rows) {
            var entity = (String) row.get("entity");
            var walked = report.path("collections").path(COLLECTION_OF.getOrDefault(entity, ""));
            var one = entities.putObject(entity);
            one.put("fetched", walked.path("fetched").asLong(SqlRow.number(row, "wanted")));
            one.put("filtered", walked.path("filtered").asLong());
            one.put("quarantined", walked.path("rejected").asLong());
            var unchanged = SqlRow.number(row, "wanted");
            for (String change : CHANGES) {
                one.put(change, SqlRow.number(row, change));
                unchanged -= change.equals("deactivated") ? 0 : SqlRow.number(row, change);
            }
            one.put("unchanged", unchanged);
            one.properties()
                    .forEach(
                            count -> add(total, count.getKey(), count.getValue().asLong()));
        }
        entities.set("total", total);
    }

    /**
     * In: rows of report-filtered.sql. The counts of the collections know only what was kept out page by page; here the
     * consequences are added.
     */
    public void filtered(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var byRule = report(exchange).putObject("filteredBy");
        var byCollection = byRule.objectNode();
        for (var row : rows) {
            add(byRule, String.valueOf(row.get("rule")), SqlRow.number(row, "ids"));
            add(byCollection, String.valueOf(row.get("collection")), SqlRow.number(row, "ids"));
        }
        report(exchange)
                .path("collections")
                .properties()
                .forEach(collection -> ((ObjectNode) collection.getValue())
                        .put("filtered", byCollection.path(collection.getKey()).asLong()));
    }

    /** Counts what was published, for the metrics. */
    public void published(Exchange exchange) {
        report(exchange).path("entities").properties().stream()
                .filter(entity -> !entity.getKey().equals("total"))
                .forEach(entity -> CHANGES.forEach(
                        change -> meters.counter("galileo.changes", "entity", entity.getKey(), "change", change)
                                .increment(entity.getValue().path(change).asLong())));
    }

    /** In: rows of report-quarantine.sql. */
    public void quarantine(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var list = report(exchange).putArray("quarantine");
        for (var row : rows) {
            list.addObject()
                    .put("collection", (String) row.get("collection"))
                    .put("id", (String) row.get("clever_id"))
                    .put("rule", (String) row.get("rule"))
                    .put("pointer", (String) row.get("pointer"));
        }
    }

    /** In: variable matches. */
    public void ruleMatches(Exchange exchange) {
        var list = report(exchange).putArray("rulesWithoutMatch");
        Runs.variable(exchange, "matches", Matches.class).unmatched().forEach(list::add);
    }

    /** In: rows of report-identities.sql. */
    public void identities(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var notices = report(exchange).putArray("notices");
        for (var row : rows) {
            var people = SqlRow.number(row, "people");
            switch (String.valueOf(row.get("how"))) {
                case "defer" ->
                    notices.add(people + " arrivals wait for a complete snapshot: they may be known already.");
                case "possible re-key", "possible adoption" ->
                    notices.add(people + " × " + row.get("how") + ": somebody should look (table sync.alert).");
                default -> {}
            }
        }
    }

    /** In: rows of count-references.sql. */
    public void references(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var missing = report(exchange).putObject("references");
        rows.forEach(row -> missing.put((String) row.get("reference"), SqlRow.number(row, "missing")));
    }

    /** In: rows of report-named.sql. */
    public void named(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var notices = report(exchange).withArray("notices");
        rows.forEach(
                row -> notices.add("%d × %s: not listed, but students, teachers or classes still name them; they stay."
                        .formatted(SqlRow.number(row, "rows"), row.get("entity"))));
    }

    static void complete(Run run, Instant now, Exchange exchange) {
        var report = run.report();
        var millis = Duration.between(run.startedAt(), now).toMillis();
        var district = exchange.getVariable("districtRecord", JsonNode.class);
        var traffic = run.getTraffic();
        if (district != null || !report.has("name")) {
            report.put("name", district == null ? null : district.path("name").asText(null));
        }
        report.put("run", run.getRunId())
                .put("district", run.getDistrict())
                .put("outcome", run.outcome().name())
                .put("reason", run.reason())
                .put("errorClass", run.errorClass())
                .put("dryRun", Boolean.TRUE.equals(exchange.getVariable("dryRun", Boolean.class)))
                .put("apiVersion", exchange.getContext().resolvePropertyPlaceholders("{{clever.api-version}}"))
                .put("startedAt", run.startedAt().toString())
                .put("claims", run.claims())
                .put(
                        "pagesKept",
                        Math.max(run.pagesKept(), report.path("pagesKept").asLong()))
                .put("durationMillis", millis)
                .put("rowsPerSecond", report.path("records").asLong() * 1000 / Math.max(1, millis));
        if (traffic.requests().sum() > 0 || !report.has("requests")) {
            report.put("requests", traffic.requests().sum())
                    .put("retries", traffic.retries().sum())
                    .put("waits", traffic.waits().sum())
                    .put("waitedMillis", traffic.waitedMillis().sum());
        }
    }

    private static void add(ObjectNode counts, String name, long more) {
        counts.put(name, counts.path(name).asLong() + more);
    }

    private static ObjectNode report(Exchange exchange) {
        return Runs.variable(exchange, "run", Run.class).report();
    }
}
