package org.galileok12.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Reads a report back from the database, as a run left it there. */
final class StoredReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredReport() {}

    /** An empty object when there is none. */
    static ObjectNode read(@Nullable String report) {
        if (report == null) {
            return JSON.createObjectNode();
        }
        try {
            return (ObjectNode) JSON.readTree(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored report is not JSON.", e);
        }
    }
}
