package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Turns a value that is neither absent, null nor "" into PostgreSQL's text form. Safe to share. */
@FunctionalInterface
interface ValueType {

    /** Null for nothing; a malformed value goes to {@link Reading#bad(String)}. */
    @Nullable String read(JsonNode value, Reading reading);
}
