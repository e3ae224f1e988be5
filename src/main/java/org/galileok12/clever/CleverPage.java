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
}
