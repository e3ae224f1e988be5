package org.galileok12.roster;

import com.fasterxml.jackson.databind.JsonNode;
import org.galileok12.rules.Decision;

/**
 * One of Clever's records with what the sharing rules say about it. Public for the routes, which ask {@code ${body.shared}}.
 */
public record DecidedRecord(JsonNode record, Decision decision) {

    /** Whether the record goes on to be transformed and staged. */
    public boolean isShared() {
        return decision.staged();
    }
}
