package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.galileok12.run.Outcome;
import org.galileok12.run.RunResult;

/** Prints the report of a run as text for a person. What is absent from the report is left out. */
public final class ReportPrinter {

    private static final List<String> COUNTS = List.of(
            "fetched",
            "filtered",
            "quarantined",
            "created",
            "updated",
            "reactivated",
            "deactivated",
            "unchanged",
            "adopted",
            "rekeyed");
    private static final Set<String> ALWAYS = Set.of("fetched", "created", "updated", "deactivated", "unchanged");
    private static final List<String> ENTITIES = List.of(
            "school",
            "term",
            "course",
            "person",
            "student",
            "teacher",
            "staff",
            "district_admin",
            "contact",
            "section",
            "person_school",
            "contact_student",
            "enrollment",
            "teaching",
            "total");
    private static final int LINES_SHOWN = 20;

    private final PrintWriter out;

    public ReportPrinter(PrintWriter out) {
        this.out = out;
    }

    public void print(RunResult result) {
        var report = result.report();
        heading(result, report);
        table(report.path("entities"));
        var plan = new PlanPrinter(out);
        if (report.path("dryRun").asBoolean() && report.has("plan")) {
            plan.plan(report.path("plan"));
            out.println();
        }
        plan.guard(report.path("guard"));
        totals(report);
        resumed(report);
        waited(report.path("freshness"));
        named("Events", report.path("events"));
        named("Filtered out by sharing", report.path("filteredBy"));
        lines("Rules that matched nothing", report.path("rulesWithoutMatch"), JsonNode::asText);
        named("References to records that Clever does not show", report.path("references"));
        named("Odd values", report.path("oddities"));
        lines("Quarantined", report.path("quarantine"), ReportPrinter::quarantined);
        lines("Notices", report.path("notices"), JsonNode::asText);
    }

    static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private void heading(RunResult result, JsonNode report) {
        var name = report.path("name").asText("");
        var dryRun = report.path("dryRun").asBoolean() ? ", dry run: nothing was changed" : "";
        out.println("District " + result.district() + (name.isEmpty() ? "" : " (" + name + ")")
                + (result.runId() == 0 ? "" : ", run " + result.runId()) + ": " + word(result.outcome()) + dryRun);
        if (result.reason() != null) {
            out.println("  " + result.reason());
        }
    }

    private void resumed(JsonNode report) {
        var claims = report.path("claims").asLong();
        var pages = report.path("pagesKept").asLong();
        if (claims > 0) {
            out.println("Resumed " + number(claims) + (claims == 1 ? " time; " : " times; ") + number(pages)
                    + (pages == 1 ? " page was" : " pages were") + " not requested again");
        }
    }

    private void waited(JsonNode freshness) {
        if (!freshness.isMissingNode()) {
            out.println("Waited " + number(freshness.path("waitedSeconds").asLong() / 60)
                    + (freshness.path("inVain").asBoolean()
                            ? " minutes for Clever to sync the district; it did not, and the run was made all the same"
                            : " minutes until Clever had synced the district"));
        }
    }

    private void table(JsonNode entities) {
        if (entities.isEmpty()) {
            return;
        }
        var columns = COUNTS.stream()
                .filter(count -> ALWAYS.contains(count)
                        || entities.valueStream()
                                .anyMatch(row -> row.path(count).asLong() != 0))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", columns, column -> column));
        // A stored report has lost the order of its entities.
        entities.properties().stream()
                .sorted(Comparator.comparingInt(entity -> ENTITIES.indexOf(entity.getKey())))
                .forEach(entity -> rows.add(row(
                        entity.getKey().replace('_', ' '),
                        columns,
                        column -> number(entity.getValue().path(column).asLong()))));
        out.println();
        TextTable.print(out, rows, 1);
        out.println();
    }

    private static List<String> row(String name, List<String> columns, UnaryOperator<String> cell) {
        List<String> row = new ArrayList<>(List.of(name));
        columns.forEach(column -> row.add(cell.apply(column)));
        return row;
    }

    private void totals(JsonNode report) {
        if (!report.has("records")) {
            return;
        }
        out.printf(
                Locale.ENGLISH,
                "%,d records in %.1f s (%,d/s) from %,d pages: %,d requests, %,d retries, %,d waits (%.1f s)%n",
                report.path("records").asLong(),
                report.path("durationMillis").asLong() / 1000.0,
                report.path("rowsPerSecond").asLong(),
                report.path("pages").asLong(),
                report.path("requests").asLong(),
                report.path("retries").asLong(),
                report.path("waits").asLong(),
                report.path("waitedMillis").asLong() / 1000.0);
    }

    private void named(String title, JsonNode counts) {
        if (!counts.isEmpty()) {
            out.println(title + ":");
            counts.properties()
                    .forEach(count -> out.println("  " + count.getKey() + "  "
                            + number(count.getValue().asLong())));
        }
    }

    private void lines(String title, JsonNode items, Function<JsonNode, String> text) {
        if (items.isEmpty()) {
            return;
        }
        out.println(title + ":");
        items.valueStream().limit(LINES_SHOWN).forEach(item -> out.println("  " + text.apply(item)));
        if (items.size() > LINES_SHOWN) {
            out.println("  and " + number(items.size() - LINES_SHOWN) + " more; --json shows all");
        }
    }

    private static String quarantined(JsonNode record) {
        return record.path("collection").asText() + " " + record.path("id").asText("without a readable id") + "  "
                + record.path("rule").asText() + " at " + record.path("pointer").asText();
    }

    private static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
