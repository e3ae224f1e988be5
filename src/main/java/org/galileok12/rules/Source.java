package org.galileok12.rules;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

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

    /** What stands on the way to the value and is neither absent nor a container, such as text in the place of an object. */
    @Nullable Source blockedBy(JsonNode record, JsonNode base) {
        var root = fromRecord ? record : base;
        var step = path;
        var name = pointer;
        for (var above = step.head(); above != null && !above.matches(); above = step.head()) {
            name = name.substring(0, name.lastIndexOf('/'));
            var node = root.at(above);
            if (!node.isMissingNode()) {
                var list = node.isArray() && (node.isEmpty() || step.last().mayMatchElement());
                var passable = !present(node) || node.isObject() || list;
                return passable ? null : new Source(name, fromRecord, above);
            }
            step = above;
        }
        return null;
    }

    /** Absent, null and "" are the same: nothing. */
    static boolean present(JsonNode value) {
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.textValue().isEmpty());
    }
}
