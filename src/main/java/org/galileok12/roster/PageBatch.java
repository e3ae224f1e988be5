package org.galileok12.roster;

import java.util.LinkedHashMap;
import java.util.Map;
import org.galileok12.rules.Row;
import org.jspecify.annotations.Nullable;

/**
 * All rows that one page puts into the stage, as COPY text by table, and the counts of its checkpoint. Built by one thread.
 */
final class PageBatch {

    private final CollectionWalk walk;
    private final Map<String, CopyText> tables = new LinkedHashMap<>();
    private int staged;
    private int filtered;
    private int rejected;
    private int unreadable;
    private int notAscending;
    private int nulsRemoved;
    private int unknownValues;
    private int valuesDropped;
    private int page;

    PageBatch(CollectionWalk walk) {
        this.walk = walk;
    }

    void stage(StagedRecord record) {
        var id = record.rows().cleverId();
        var kind = PersonKind.of(record.rows().rows());
        if (walk.collection().equals("users") && kind == null && !record.unknownRoles()) {
            // Nothing that we know the person as: not a teacher, not a student, and so not rostered.
            filter(id, "no-role");
            return;
        }
        var seq = next(id);
        for (Row row : record.rows().rows()) {
            var text = begin(row.table(), seq);
            switch (row.table()) {
                case "school" -> text.value(record.decision().rule());
                case "person" ->
                    text.value(record.decision().rule()).value(kind).value(record.unknownRoles() ? "t" : "f");
                default -> {}
            }
            for (String value : row.values()) {
                text.value(value);
            }
            text.endRow();
        }
        nulsRemoved += record.rows().nulsRemoved();
        unknownValues += record.rows().unknownValues();
        valuesDropped += record.rows().valuesDropped();
        staged++;
    }

    void filter(String id, String rule) {
        begin("filtered", next(id))
                .value(walk.collection())
                .value(id)
                .value(rule)
                .endRow();
        filtered++;
    }

    void reject(RejectedRecord record) {
        var id = record.cleverId();
        if (id == null) {
            unreadable++;
        }
        begin("rejected", next(id))
                .value(walk.collection())
                .value(id)
                .value(record.rule())
                .value(record.pointer())
                .endRow();
        rejected++;
    }

    void reread(String id) {
        tables.computeIfAbsent("reread", table -> new CopyText())
                .value(Integer.toString(walk.districtId()))
                .value(walk.collection())
                .value(id)
                .endRow();
    }

    /** A run that goes on elsewhere must not report a rule as unmatched that met a record on a page staged here. */
    PageBatch keepMatches() {
        for (String value : walk.newlyMatched()) {
            tables.computeIfAbsent("rule_match", table -> new CopyText())
                    .value(Integer.toString(walk.districtId()))
                    .value(value)
                    .endRow();
        }
        return this;
    }

    PageBatch end() {
        page = walk.nextPage();
        return this;
    }

    private long next(@Nullable String id) {
        if (id != null && !walk.ascends(id)) {
            notAscending++;
        }
        return walk.nextSeq();
    }

    private CopyText begin(String table, long seq) {
        return tables.computeIfAbsent(table, name -> new CopyText())
                .value(Integer.toString(walk.districtId()))
                .value(Long.toString(seq));
    }

    CollectionWalk walk() {
        return walk;
    }

    Map<String, CopyText> tables() {
        return tables;
    }

    int page() {
        return page;
    }

    int staged() {
        return staged;
    }

    int filtered() {
        return filtered;
    }

    int rejected() {
        return rejected;
    }

    int unreadable() {
        return unreadable;
    }

    int notAscending() {
        return notAscending;
    }

    int nulsRemoved() {
        return nulsRemoved;
    }

    int unknownValues() {
        return unknownValues;
    }

    int valuesDropped() {
        return valuesDropped;
    }

    int fetched() {
        return staged + filtered + rejected;
    }
}
