package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes text fit for PostgreSQL and changes nothing else: NUL characters are removed and counted, a lone surrogate, which
 * UTF-8 cannot express, becomes U+FFFD.
 */
final class CleanText {

    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    static String of(String text, Reading reading) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return rebuilt(text, i, reading);
            }
        }
        return text;
    }

    /** A copy of an object or array in which every text and every key is clean. */
    static JsonNode of(JsonNode value, Reading reading) {
        if (value instanceof ObjectNode object) {
            var copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(entry -> copy.set(of(entry.getKey(), reading), of(entry.getValue(), reading)));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            var copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(item -> copy.add(of(item, reading)));
            return copy;
        }
        return value.isTextual() ? JsonNodeFactory.instance.textNode(of(value.textValue(), reading)) : value;
    }

    private static String rebuilt(String text, int firstOdd, Reading reading) {
        var clean = new StringBuilder(text.length()).append(text, 0, firstOdd);
        for (var i = firstOdd; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0) {
                reading.nulsRemoved++;
            } else if (!Character.isSurrogate(c)) {
                clean.append(c);
            } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(++i));
            } else {
                clean.append(REPLACEMENT);
            }
        }
        return clean.toString();
    }
}
