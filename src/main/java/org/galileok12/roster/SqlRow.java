package org.galileok12.roster;

import java.util.Map;

/** Reads the rows that {@code jdbc:} gives as maps. */
public final class SqlRow {

    private SqlRow() {}

    /** The number in a column, 0 for SQL null. */
    public static long number(Map<?, ?> row, String column) {
        return row.get(column) instanceof Number number ? number.longValue() : 0;
    }
}
