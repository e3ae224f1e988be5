package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints districts for a person: all in a table, or one with its checklist. */
final class DistrictPrinter {

    private static final String NONE = "-";
    private static final List<String> HEADING =
            List.of("district", "name", "state", "open", "for", "last run", "next run");

    private final PrintWriter out;

    DistrictPrinter(PrintWriter out) {
        this.out = out;
    }

    /** @param list poll and districts */
    void all(JsonNode list) {
        var districts = list.path("districts");
        if (districts.isEmpty()) {
            out.println("No district is known yet. To look at Clever's list: districts --discover");
        } else {
            List<List<String>> rows = new ArrayList<>(List.of(HEADING));
            districts.forEach(district -> rows.add(row(district)));
            TextTable.print(out, rows, HEADING.size());
            out.println(summary(districts));
        }
        poll(list.path("poll"));
    }

    /** @param district the columns of the list, and its checklist */
    void one(JsonNode district) {
        var about = List.of("name", "sisType").stream()
                .map(field -> district.path(field).asText(""))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
        out.println("District " + district.path("district").asText() + (about.isEmpty() ? "" : " (" + about + ")")
                + ": " + state(district));
        line("Paused", district, "pausedAt", "pausedBy");
        line("Disconnected", district, "disconnectedAt", "disconnectedBy");
        line("Purged", district, "purgedAt", "");
        line("Roster of", district, "publishedAt", "");
        line("Stale since", district, "staleAt", "");
        if (district.path("lastRun").isNumber()) {
            out.println("  Last run     " + lastRun(district)
                    + district.path("lastReason").asText("").replaceFirst("^(?=.)", ": "));
        }
        out.println("  Next run     " + text(district, "nextRun"));
        out.println("Checklist:");
        district.path("checklist").forEach(this::item);
    }

    private void item(JsonNode item) {
        out.printf(
                "  %s  %-12s %s%n",
                item.path("done").asBoolean() ? "done" : "open",
                item.path("item").asText(),
                item.path("evidence").asText());
        if (!item.path("done").asBoolean() && item.path("advice").isTextual()) {
            out.printf(
                    "        %-12s For %s: %s%n",
                    "", item.path("acts").asText(), item.path("advice").asText());
        }
    }

    private void line(String title, JsonNode district, String when, String who) {
        if (district.path(when).isTextual()) {
            out.printf(
                    "  %-12s %s%s%n",
                    title,
                    district.path(when).asText(),
                    district.path(who).isTextual() ? " by " + district.path(who).asText() : "");
        }
    }

    private static List<String> row(JsonNode district) {
        return List.of(
                district.path("district").asText(),
                text(district, "name"),
                state(district),
                text(district, "openItem"),
                text(district, "openActs"),
                district.path("lastRun").isNumber() ? lastRun(district) : NONE,
                text(district, "nextRun"));
    }

    private static String state(JsonNode district) {
        return district.path("standing").asText() + (district.path("staleAt").isTextual() ? ", stale" : "");
    }

    private static String lastRun(JsonNode district) {
        return district.path("lastRun").asLong() + " "
                + district.path("lastOutcome").asText() + " "
                + district.path("lastRunAt").asText().replaceFirst(":\\d\\d(\\.\\d+)?Z$", "Z");
    }

    private static String text(JsonNode district, String field) {
        var text = district.path(field).asText(NONE);
        return text.isBlank() ? NONE : text;
    }

    private static String summary(JsonNode districts) {
        var counts = districts
                .valueStream()
                .collect(Collectors.groupingBy(
                        district -> district.path("standing").asText(), TreeMap::new, Collectors.counting()));
        return districts.size() + (districts.size() == 1 ? " district: " : " districts: ")
                + counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private void poll(JsonNode poll) {
        if (poll.path("at").isTextual()) {
            out.println("Clever's list, looked at " + poll.path("at").asText() + ": "
                    + poll.path("outcome").asText()
                    + (poll.path("reason").isTextual()
                            ? ". " + poll.path("reason").asText() + " Last applied: " + text(poll, "appliedAt") + "."
                            : ", " + poll.path("listed").asLong() + " listed."));
        }
    }
}
