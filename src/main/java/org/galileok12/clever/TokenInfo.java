package org.galileok12.clever;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Clever says of a token: for which application it was made. A token of another application opens a district that did
 * not let this one in. Safe for concurrent use.
 */
public final class TokenInfo {

    private final String clientId;
    private final CallCount calls;

    TokenInfo(String clientId, CallCount calls) {
        this.clientId = clientId;
        this.calls = calls;
    }

    /** Whether the token that signed the call was made for this application. Counts the call as done. */
    public boolean isOurs(@Body JsonNode info, @Variable("traffic") @Nullable Traffic traffic) {
        String madeFor = info.path("client_id").asText("");
        if (madeFor.isBlank()) {
            throw ContractBroken.maybeOnlyNow("GET " + Calls.TOKEN_INFO + " was answered 200 without a client_id.");
        }
        calls.succeeded(traffic);
        return madeFor.equals(clientId);
    }
}
