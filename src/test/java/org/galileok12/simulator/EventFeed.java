package org.galileok12.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Clever's events of one district, in ascending order of their ids; off until a test switches them on. Thread safe: the server
 * reads while a test changes the district.
 */
public final class EventFeed {

    private final String idPrefix;
    private final NavigableMap<String, String> events = new TreeMap<>();
    private final Clock clock = Clock.systemUTC();
    private Duration age = Duration.ZERO;
    private boolean on;
    private int made;

    EventFeed(String districtPrefix) {
        this.idPrefix = "7e" + districtPrefix.substring(2, 16);
    }

    /** From now on Clever makes an event of every change. */
    public synchronized void on() {
        on = true;
    }

    /** No more events are made, and a request for them is answered 403. What was made is kept. */
    public synchronized void off() {
        on = false;
    }

    synchronized boolean isOn() {
        return on;
    }

    /** Events made from now on say that they are so old. */
    public synchronized void age(Duration old) {
        age = old;
    }

    /** Ids of the events that Clever still keeps, the oldest first. */
    public synchronized List<String> ids() {
        return List.copyOf(events.keySet());
    }

    /** The oldest ones drop off, as after 30 days. */
    public synchronized void forget(int oldest) {
        for (int i = 0; i < oldest && !events.isEmpty(); i++) {
            events.pollFirstEntry();
        }
    }

    /** An event of a test's own making; {@code ID} in it stands for its id. */
    public synchronized String raw(String json) {
        String id = nextId();
        put(id, json.replace("ID", id));
        return id;
    }

    /** @param before the record before an update; old values of the fields that differ are told, and no more is relied upon */
    synchronized void tell(String what, ListedRecord record, @Nullable ObjectNode before) {
        if (!on) {
            return;
        }
        String id = nextId();
        ObjectNode event = PageWriter.JSON
                .createObjectNode()
                .put("id", id)
                .put("type", record.collection + "." + what)
                .put("created", Moments.text(clock.instant().minus(age)));
        ObjectNode data = event.putObject("data");
        data.set("object", record.fields().deepCopy());
        if (before != null) {
            ObjectNode previous = data.putObject("previous_attributes");
            before.properties().stream()
                    .filter(field -> !field.getValue().equals(record.fields().get(field.getKey())))
                    .forEach(field -> previous.set(field.getKey(), field.getValue()));
        }
        put(id, event.toString());
    }

    synchronized RenderedPage page(PageQuery query) {
        NavigableMap<String, String> rest = events;
        if (query.after() != null) {
            rest = events.tailMap(query.after(), false);
        } else if (query.before() != null) {
            rest = events.headMap(query.before(), false);
        }
        int skipped = query.after() == null && query.before() != null ? Math.max(0, rest.size() - query.limit()) : 0;
        PageWriter page = new PageWriter(query, 16_384);
        int seen = 0;
        for (var each : rest.entrySet()) {
            if (seen++ >= skipped && !page.full()) {
                page.item(each.getKey(), each.getValue());
            }
        }
        return page.end(query.before() != null ? skipped > 0 : rest.size() > query.limit());
    }

    private void put(String id, String event) {
        events.put(id, "{\"data\":" + event + ",\"uri\":\"/v3.1/events/" + id + "\"}");
    }

    private String nextId() {
        return idPrefix + String.format("%08x", ++made);
    }
}
