package org.galileok12.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The story of one row while it is gathered: head and events. For one exchange; not thread-safe. */
final class Story {

    private static final Set<String> OWN = Set.of("person", "section", "school", "course", "term");

    private final ObjectNode told;
    private final ZoneId zone;
    private final List<ObjectNode> events = new ArrayList<>();
    private final Set<Long> runs = new LinkedHashSet<>();
    private @Nullable ObjectNode unreadable;

    Story(ObjectNode told, ZoneId zone) {
        this.told = told;
        this.zone = zone;
    }

    ObjectNode told() {
        return told;
    }

    String text(String name) {
        return told.path(name).asText("");
    }

    /** In PostgreSQL's notation of an array. */
    String runs() {
        return runs.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** @param row with at, run_id and, if a run is the cause, its trigger */
    ObjectNode add(Map<?, ?> row, String what, String text) {
        var event = told.objectNode().put("at", instant(row.get("at")));
        if (row.get("run_id") instanceof Number run) {
            event.put("run", run.longValue());
            runs.add(run.longValue());
        }
        if (row.get("trigger") != null) {
            event.put("trigger", String.valueOf(row.get("trigger")));
        }
        event.put("what", what).put("text", text);
        events.add(event);
        return event;
    }

    /** The newest run that read the district could not read its record. */
    void cannotBeRead(ObjectNode event) {
        unreadable = event;
    }

    /** Puts the events in order of time, folds what repeats night after night, and says in a sentence how things are. */
    void end() {
        events.sort(Comparator.comparing(event -> Instant.parse(event.path("at").asText(Instant.EPOCH.toString()))));
        var list = told.putArray("events");
        ObjectNode before = null;
        for (var event : events) {
            if (before != null && !event.has("columns") && event.path("text").equals(before.path("text"))) {
                before.put("times", before.path("times").asInt(1) + 1)
                        .put("lastAt", event.path("at").asText());
                before.set("lastRun", event.path("run"));
            } else {
                list.add(event);
                before = event;
            }
        }
        told.put("matched", matched()).put("answer", answer());
    }

    private @Nullable String matched() {
        if (!told.has("origin") || text("origin").equals("manual")) {
            return null;
        }
        var steps = events.stream()
                .filter(event -> OWN.contains(event.path("entity").asText()))
                .filter(event -> List.of("create", "adopt", "re-key")
                        .contains(event.path("what").asText()))
                .map(event -> switch (event.path("what").asText()) {
                    case "create" -> "new in " + run(event);
                    case "adopt" -> "made by hand before, adopted in " + run(event);
                    default ->
                        "re-keyed in " + run(event)
                                + (event.has("from")
                                        ? " from Clever id "
                                                + event.path("from").asText()
                                        : "");
                })
                .collect(Collectors.joining("; "));
        return steps.isEmpty() ? "known by its Clever id" : steps + "; since then known by its Clever id";
    }

    private String answer() {
        if (text("origin").equals("manual")) {
            return "Made by hand: no sync touches it.";
        }
        var rule = last("filtered");
        var keptOut = rule == null
                ? ""
                : " It is kept out by sharing rule %s, first in %s."
                        .formatted(rule.path("rule").asText(), run(rule));
        var unread = unreadable == null
                ? ""
                : " Its record could not be read (%s at %s), last in %s."
                        .formatted(
                                unreadable.path("rule").asText(),
                                unreadable.path("pointer").asText(),
                                run(unreadable));
        if (!told.has("origin")) {
            return "Not in Galileo." + keptOut + unread;
        }
        if (!told.path("active").asBoolean()) {
            return "Not active since " + day(text("deactivatedAt")) + "." + keptOut + unread;
        }
        var held = last("held");
        var waits = held == null || !held.path("state").asText().equals("open")
                ? ""
                : " Changes are held since %s until a person decides.".formatted(run(held));
        return "Active." + waits + keptOut + (unread.isEmpty() ? "" : unread + " Its last good values stay.");
    }

    private @Nullable ObjectNode last(String what) {
        return events.stream()
                .filter(event -> event.path("what").asText().equals(what))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private String run(ObjectNode event) {
        return "run " + event.path("run").asText() + " (" + day(event.path("at").asText()) + ")";
    }

    private String day(String at) {
        return at.isEmpty()
                ? "an unknown day"
                : DateTimeFormatter.ISO_LOCAL_DATE.withZone(zone).format(Instant.parse(at));
    }

    static @Nullable String instant(@Nullable Object time) {
        return time instanceof Timestamp at ? at.toInstant().toString() : null;
    }
}
