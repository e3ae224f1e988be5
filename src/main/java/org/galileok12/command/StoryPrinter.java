package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Prints stories of rows for a person at a help desk: how it is, what it is, what happened run by run. */
public final class StoryPrinter {

    private final PrintWriter out;

    public StoryPrinter(PrintWriter out) {
        this.out = out;
    }

    public void print(JsonNode stories) {
        var first = true;
        for (var story : stories) {
            if (!first) {
                out.println();
            }
            first = false;
            head(story);
            events(story);
        }
    }

    private void head(JsonNode story) {
        var entity = story.path("entity").asText();
        var name = story.path("name").asText("");
        out.println(entity.substring(0, 1).toUpperCase(Locale.ROOT)
                + entity.substring(1)
                + (story.path("id").isNull() ? "" : " " + story.path("id").asText())
                + (name.isEmpty() ? "" : " (" + name + ")")
                + ": "
                + story.path("answer").asText());
        line("Clever id", story.path("cleverId").asText(""));
        var districtName = story.path("districtName").asText("");
        line("District", story.path("district").asText() + (districtName.isEmpty() ? "" : " (" + districtName + ")"));
        if (story.has("origin")) {
            line(
                    "Origin",
                    story.path("origin").asText().equals("manual")
                            ? "made by hand; no sync touches it"
                            : "the SIS, through Clever");
            line("Roles", story.path("roles").asText(""));
            line("Matched", story.path("matched").asText(""));
        }
        story.path("columns").properties().forEach(table -> {
            var of = table.getKey().equals(entity) ? "" : ", " + table.getKey().replace('_', ' ');
            line("The SIS's" + of, table.getValue().path("sis").asText(""));
            line("Ours" + of, table.getValue().path("ours").asText(""));
        });
    }

    private void line(String title, String text) {
        if (!text.isEmpty()) {
            out.printf("  %-18s %s%n", title, text);
        }
    }

    private void events(JsonNode story) {
        var zone = ZoneId.of(story.path("zone").asText("UTC"));
        var when =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH).withZone(zone);
        var before = "";
        out.println();
        for (var event : story.path("events")) {
            var heading =
                    (event.path("at").isNull() ? "at an unknown time " : time(event.path("at"), when)) + run(event);
            if (!heading.equals(before)) {
                out.println("  " + heading);
                before = heading;
            }
            out.println("    " + event.path("text").asText() + times(event, when));
            values(event);
        }
        out.println("  (times in " + zone + ")");
    }

    private static String run(JsonNode event) {
        if (!event.has("run")) {
            return "";
        }
        return "  run " + event.path("run").asText()
                + (event.has("trigger") ? " (" + event.path("trigger").asText() + ")" : "");
    }

    private static String times(JsonNode event, DateTimeFormatter when) {
        return event.has("times")
                ? " (%d runs, the last one run %s on %s)"
                        .formatted(
                                event.path("times").asInt(),
                                event.path("lastRun").asText(),
                                time(event.path("lastAt"), when))
                : "";
    }

    private void values(JsonNode event) {
        event.path("columns").forEach(column -> {
            if (event.has("before")) {
                var name = column.asText();
                out.println("      " + name + ": " + event.path("before").path(name) + " → "
                        + event.path("after").path(name));
            }
        });
    }

    private static String time(JsonNode at, DateTimeFormatter when) {
        return when.format(Instant.parse(at.asText()));
    }
}
