package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Recognises Clever's ids: 24 lower-case hex digits. Upper case is refused, since two spellings would be two people. */
final class CleverId {

    private static final int LENGTH = 24;

    private CleverId() {}

    static boolean wellFormed(@Nullable String text) {
        if (text == null || text.length() != LENGTH) {
            return false;
        }
        for (var i = 0; i < LENGTH; i++) {
            var c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    static boolean wellFormed(JsonNode value) {
        return value.isTextual() && wellFormed(value.textValue());
    }
}
