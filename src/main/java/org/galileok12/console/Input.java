package org.galileok12.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes from a request what fits its pattern, and nothing else. */
final class Input {

    private static final Pattern RUN = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern DISTRICT = Pattern.compile("[0-9a-f]{24}");
    private static final Pattern OUR_ID = Pattern.compile("[0-9]{1,18}");
    private static final Set<String> ENTITIES = Set.of("person", "section", "school", "course", "term");
    private static final Pattern REASON = Pattern.compile("[^\\p{Cntrl}]{1,500}");
    private static final Pattern PLAN = Pattern.compile("[0-9A-Za-z]{4,128}");

    private Input() {}

    static long run(String text) {
        if (!RUN.matcher(text).matches()) {
            throw new BadInput("A run is named by its number.");
        }
        return Long.parseLong(text);
    }

    static String district(String text) {
        if (!DISTRICT.matcher(text).matches()) {
            throw new BadInput("A district is named by Clever's id: 24 hexadecimal digits.");
        }
        return text;
    }

    static String key(String text) {
        if (!DISTRICT.matcher(text).matches() && !OUR_ID.matcher(text).matches()) {
            throw new BadInput("A row is named by Clever's id, 24 hexadecimal digits, or by its number in Galileo.");
        }
        return text;
    }

    static String entity(String text) {
        if (!ENTITIES.contains(text)) {
            throw new BadInput("An entity is person, section, school, course or term.");
        }
        return text;
    }

    /** Null when the body names none. */
    static @Nullable String planIfAny(@Nullable JsonNode body) {
        return body == null || (body.isObject() && !body.has("plan")) ? null : plan(body);
    }

    /** Null when the body names none. */
    static @Nullable String reason(@Nullable JsonNode body) {
        if (body == null || (body.isObject() && !body.has("reason"))) {
            return null;
        }
        var reason = body.path("reason");
        if (!reason.isTextual()
                || !REASON.matcher(reason.asText()).matches()
                || reason.asText().isBlank()) {
            throw new BadInput("A \"reason\" is a text of at most 500 characters, without line breaks.");
        }
        return reason.asText().strip();
    }

    static String plan(@Nullable JsonNode body) {
        var plan = body == null ? "" : body.path("plan").asText("");
        if (!PLAN.matcher(plan).matches()) {
            throw new BadInput("Send {\"plan\": hash} with the hash of the plan that you have seen.");
        }
        return plan;
    }
}
