package org.galileok12.rules;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where the value of a column stands. Immutable.
 *
 * @param pointer as an engineer wrote it, for messages
 * @param fromRecord whether {@code path} starts at the record, and not at the object or item that the row is made of
 * @param path the compiled rest of the way
 */
record Source(String pointer, boolean fromRecord, JsonPointer path) {

    static final Source NOWHERE = new Source("", true, JsonPointer.empty());

    JsonNode find(JsonNode record, JsonNode base) {
        return (fromRecord ? record : base).at(path);
    }

    /** Absent, null and "" are the same: nothing. */
    static boolean present(JsonNode value) {
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.textValue().isEmpty());
    }
}
