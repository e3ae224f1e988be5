package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints of a run's report what it planned per school, and what a guard held or protected of it. */
final class PlanPrinter {

    private static final List<String> COUNTS =
            List.of("create", "update", "reactivate", "deactivate", "adopt", "re-key", "held", "rejected", "protected");
    private static final int LINES_SHOWN = 60;

    private final PrintWriter out;

    PlanPrinter(PrintWriter out) {
        this.out = out;
    }

    /** The whole plan, as a dry run shows it. */
    void plan(JsonNode plan) {
        var entities = plan.path("entities");
        out.println("Plan " + plan.path("hash").asText() + (entities.isEmpty() ? ": nothing to do" : ":"));
        var columns = COUNTS.stream()
                .filter(count -> entities.valueStream().anyMatch(line -> line.has(count)))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("", ""));
        heading.addAll(columns);
        rows.add(heading);
        var place = "";
        for (var line : entities) {
            var here = line.path("schoolId").isNull()
                    ? "(district)"
                    : line.path("school")
                            .asText("school " + line.path("schoolId").asLong());
            List<String> row = new ArrayList<>();
            row.add(here.equals(place) ? "" : here);
            row.add(line.path("entity").asText().replace('_', ' '));
            columns.forEach(column -> row.add(line.has(column) ? number(line.path(column)) : ""));
            rows.add(row);
            place = here;
        }
        if (!entities.isEmpty()) {
            TextTable.print(out, rows.subList(0, Math.min(rows.size(), LINES_SHOWN + 1)), 2);
        }
        if (rows.size() > LINES_SHOWN + 1) {
            out.println("  and " + (rows.size() - LINES_SHOWN - 1) + " more lines; --json shows all");
        }
    }

    /** What waits for a person, was rejected before, or is protected. */
    void guard(JsonNode guard) {
        if (guard.path("held").asLong() > 0) {
            out.println("Held: " + number(guard.path("held")) + " rows, plan "
                    + guard.path("plan").asText());
            guard.path("scopes").forEach(scope -> out.println("  " + scope(scope)));
        }
        guard.path("rejected")
                .forEach(rejection -> out.println("Rejected: " + number(rejection.path("rows"))
                        + " rows stay, by " + rejection.path("by").asText() + " at "
                        + rejection.path("at").asText() + " (run "
                        + rejection.path("run").asLong() + "); not asked for again"));
        if (!guard.path("protected").isEmpty()) {
            out.println("Protected by guard.yaml:");
            guard.path("protected")
                    .valueStream()
                    .limit(LINES_SHOWN)
                    .forEach(row -> out.println("  "
                            + row.path("entity").asText().replace('_', ' ') + " "
                            + row.path("id").asLong() + "  "
                            + row.path("cause").asText()));
        }
    }

    /** One scope in which too much would go, such as "student at South: 30 of 30 would leave, the last ones". */
    static String scope(JsonNode scope) {
        var at = scope.path("schoolId").isNull()
                ? " in the district"
                : " at "
                        + scope.path("school")
                                .asText("school " + scope.path("schoolId").asLong());
        return scope.path("entity").asText().replace('_', ' ') + at + ": " + number(scope.path("gone")) + " of "
                + number(scope.path("of"))
                + switch (scope.path("rule").asText()) {
                    case "emptied" -> " would leave, the last one with them";
                    case "left behind" -> " students would stay behind";
                    case "updates" -> " would get another name or SIS id";
                    default -> " would leave";
                };
    }

    private static String number(JsonNode count) {
        return String.format(Locale.ENGLISH, "%,d", count.asLong());
    }
}
