package org.galileok12.rules;

import org.jspecify.annotations.Nullable;

/** One record while it is read: where the reader stands and what it has counted. For one thread, thrown away afterwards. */
final class Reading {

    int nulsRemoved;
    int unknownValues;
    int valuesDropped;

    private final String cleverId;
    private String base = "";
    private int item = -1;
    private boolean dropsBad;
    private Source source = Source.NOWHERE;

    Reading(String cleverId) {
        this.cleverId = cleverId;
    }

    /** From here on, values come from this item of the list at {@code base}; -1 for no list. */
    void at(String base, int item) {
        this.base = base;
        this.item = item;
    }

    void at(Source source, boolean dropsBad) {
        this.source = source;
        this.dropsBad = dropsBad;
    }

    /** The value at hand is malformed: null if its column drops such values, else the end of this record. */
    @Nullable String bad(String rule) {
        return bad(rule, "");
    }

    @Nullable String bad(String rule, int index) {
        return bad(rule, "/" + index);
    }

    BadRecord missing(Source wanted) {
        return new BadRecord(cleverId, BadRecord.MISSING, pointer(wanted));
    }

    BadRecord rejected(String rule, String pointer) {
        return new BadRecord(cleverId, rule, pointer);
    }

    private @Nullable String bad(String rule, String below) {
        if (dropsBad) {
            valuesDropped++;
            return null;
        }
        throw new BadRecord(cleverId, rule, pointer(source) + below);
    }

    private String pointer(Source of) {
        return of.fromRecord() || item < 0 ? of.pointer() : base + "/" + item + of.pointer();
    }
}
