package org.galileok12.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The collections of one district in ascending order of ids, and their pages. Guarded by the district's lock. */
final class Lists {

    private final String idPrefix;
    private final Map<String, NavigableMap<String, Entry>> lists = new TreeMap<>();
    private final Map<String, ListedRecord> everMade = new HashMap<>();
    private int made;

    Lists(String idPrefix) {
        this.idPrefix = idPrefix;
    }

    String nextId() {
        return idPrefix + String.format("%06x", ++made);
    }

    int made() {
        return made;
    }

    int count(String collection) {
        return list(collection).size();
    }

    void list(ListedRecord record) {
        list(record.collection).put(record.id(), new Entry(record, ""));
        everMade.put(record.id(), record);
    }

    /** A record by its id, listed or not. */
    @Nullable ListedRecord known(String id) {
        return everMade.get(id);
    }

    /** Nothing is known under the id that a record had before. */
    void moved(String before, ListedRecord record) {
        everMade.remove(before);
        everMade.put(record.id(), record);
    }

    boolean lists(ListedRecord record) {
        Entry entry = list(record.collection).get(record.id());
        return entry != null && entry.record == record;
    }

    boolean unlist(ListedRecord record) {
        return list(record.collection).remove(record.id()) != null;
    }

    void raw(String collection, String text) {
        list(collection).put(nextId(), new Entry(null, text));
    }

    List<ListedRecord> all() {
        return lists.values().stream()
                .flatMap(list -> list.values().stream())
                .flatMap(entry -> java.util.stream.Stream.ofNullable(entry.record))
                .toList();
    }

    RenderedPage page(PageQuery query) {
        NavigableMap<String, Entry> list = list(query.collection());
        NavigableMap<String, Entry> rest = list;
        if (query.after() != null) {
            rest = list.tailMap(query.after(), false);
        } else if (query.before() != null) {
            rest = list.headMap(query.before(), false);
        }
        int skipped = query.after() == null && query.before() != null ? Math.max(0, rest.size() - query.limit()) : 0;
        PageWriter page = new PageWriter(query, 16_384);
        int seen = 0;
        for (Map.Entry<String, Entry> each : rest.entrySet()) {
            if (seen++ >= skipped && !page.full()) {
                each.getValue().writeTo(page, each.getKey(), query);
            }
        }
        return page.end(query.before() != null ? skipped > 0 : rest.size() > query.limit());
    }

    private NavigableMap<String, Entry> list(String collection) {
        return lists.computeIfAbsent(collection, name -> new TreeMap<>());
    }

    private record Entry(@Nullable ListedRecord record, String text) {

        void writeTo(PageWriter page, String position, PageQuery query) {
            if (record == null) {
                page.item(position, text);
                return;
            }
            ObjectNode fields = record.fields();
            if (query.v30()) {
                fields = fields.deepCopy();
                OlderVersion.strip(query.collection(), fields);
            }
            ObjectNode shown = fields;
            page.record(position, json -> PageWriter.JSON.writeTree(json, shown));
        }
    }
}
