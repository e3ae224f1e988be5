package org.galileok12.clever;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a collection whose links have been checked.
 *
 * @param records the inner {@code data} objects; an item of another shape is passed on as it came, for quarantine
 * @param next path and query of the following page, or null when this was the last one
 */
public record CleverPage(List<JsonNode> records, @Nullable String next) {

    public CleverPage {
        records = List.copyOf(records);
    }

    /** Identity: Camel keeps what it learns about a body in a cache, and must not read every record of a page for that. */
    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }
}
