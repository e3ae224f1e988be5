package org.galileok12.rules;

import org.jspecify.annotations.Nullable;

/**
 * One row for a staged table. The array is handed over, not copied: whoever holds the row owns it.
 *
 * @param table the staged table, such as {@code student}
 * @param values in the order of {@link FieldRules#columns()}, in PostgreSQL's text form; null is SQL null
 */
@SuppressWarnings("ArrayRecordComponent") // A million rows a run: a list around each would be a million lists.
public record Row(String table, @Nullable String[] values) {}
