package org.galileok12.rules;

import java.util.List;

/**
 * What one of Clever's records becomes, and what was odd in it without being wrong.
 *
 * @param cleverId the record's id, 24 lower-case hex digits
 * @param rows in the order of the tables in {@code fields.yaml}
 * @param nulsRemoved NUL characters taken out, since PostgreSQL cannot store them
 * @param unknownValues values and role names that no rule knows; kept raw where a column keeps them raw
 * @param valuesDropped malformed values staged as null because their column says {@code on_bad: drop}
 */
public record RecordRows(String cleverId, List<Row> rows, int nulsRemoved, int unknownValues, int valuesDropped) {}
