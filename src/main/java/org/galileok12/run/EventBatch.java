package org.galileok12.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.galileok12.clever.CleverPage;
import org.galileok12.rules.CleverTime;
import org.jspecify.annotations.Nullable;

/**
 * The events that one run applies: of each record the last state, by the ids of the events. Events up to the cursor have been
 * applied before and are left out. Filled by one thread.
 */
public final class EventBatch {

    private static final Set<String> COLLECTIONS = Set.of("schools", "terms", "courses", "users", "sections");

    private final EventPlace from;
    private final Instant askedAt;
    private final Map<String, SortedMap<String, Told>> told = new HashMap<>();
    private @Nullable String newest;
    private @Nullable String beforeNewest;
    private @Nullable Instant newestAt;
    private boolean cursorMet;
    private boolean more;
    private int pages;
    private int events;
    private int skipped;
    private int unreadable;

    EventBatch(EventPlace from, Instant askedAt) {
        this.from = from;
        this.askedAt = askedAt;
    }

    /** The query part with which reading begins: before the cursor's event, to see whether it is still there. */
    public String getStartingAfter() {
        return from.overlap() == null ? "" : "&starting_after=" + from.overlap();
    }

    void add(CleverPage page) {
        pages++;
        more = page.next() != null;
        page.records().forEach(this::add);
    }

    private void add(JsonNode event) {
        var id = event.path("id").asText();
        if (!Questions.isCleverId(id)) {
            unreadable++;
            return;
        }
        if (id.equals(from.cursor())) {
            cursorMet = true;
        }
        if (from.cursor() != null && id.compareTo(from.cursor()) <= 0) {
            return;
        }
        events++;
        if (newest == null || id.compareTo(newest) > 0) {
            beforeNewest = newest;
            newest = id;
            newestAt = moment(event.path("created"));
        }
        keep(id, event.path("type").asText().split("\\.", 2), event.path("data").path("object"));
    }

    private void keep(String event, String[] type, JsonNode object) {
        if (type.length < 2 || !COLLECTIONS.contains(type[0])) {
            skipped++;
            return;
        }
        var gone = type[1].equals("deleted");
        if (!gone && !type[1].equals("created") && !type[1].equals("updated")) {
            skipped++;
            return;
        }
        var id = object.path("id").asText();
        if (!Questions.isCleverId(id)) {
            unreadable++;
            return;
        }
        told.computeIfAbsent(type[0], collection -> new TreeMap<>())
                .merge(
                        id,
                        new Told(event, object, gone),
                        (one, other) -> one.event.compareTo(other.event) > 0 ? one : other);
    }

    /** The records of a collection as they are after these events, in ascending order of their ids. The batch forgets them. */
    CleverPage page(String collection) {
        var records = told(collection).values().stream()
                .filter(each -> !each.gone)
                .map(Told::object)
                .toList();
        told(collection).values().removeIf(each -> !each.gone);
        return new CleverPage(records, null);
    }

    /** What is deleted of a collection after these events, as JSON: each with id, and last_modified when that is told. */
    String deletions(String collection) {
        var deletions = JsonNodeFactory.instance.arrayNode();
        told(collection).forEach((id, each) -> {
            if (each.gone) {
                deletions
                        .addObject()
                        .put("id", id)
                        .put(
                                "last_modified",
                                CleverTime.timestamp(
                                        each.object.path("last_modified").asText()));
            }
        });
        return deletions.toString();
    }

    private SortedMap<String, Told> told(String collection) {
        return told.getOrDefault(collection, new TreeMap<>());
    }

    EventPlace from() {
        return from;
    }

    /** The place after these events. */
    EventPlace to() {
        var known = Objects.requireNonNullElse(newestAt, from.readAt());
        var readAt = more ? known : askedAt;
        return newest == null
                ? new EventPlace(from.cursor(), from.overlap(), from.cursorAt(), readAt)
                : new EventPlace(newest, beforeNewest == null ? from.cursor() : beforeNewest, newestAt, readAt);
    }

    boolean cursorMet() {
        return cursorMet;
    }

    /** Whether Clever has more events than were read. */
    boolean more() {
        return more;
    }

    int pages() {
        return pages;
    }

    /** How many events follow the cursor. */
    int events() {
        return events;
    }

    /** How many of them tell of something that is not synchronised. */
    int skipped() {
        return skipped;
    }

    /** How many have no id, or tell of a record without one. */
    int unreadable() {
        return unreadable;
    }

    private static @Nullable Instant moment(JsonNode created) {
        try {
            return Instant.parse(created.asText());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private record Told(String event, JsonNode object, boolean gone) {}
}
