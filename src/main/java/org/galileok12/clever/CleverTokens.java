package org.galileok12.clever;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds the district tokens, in memory only, and hands them to nobody but the HTTP client of this package: no exchange,
 * log or database ever sees one. Safe for concurrent use.
 */
public final class CleverTokens {

    private final Map<String, Held> byDistrict = new ConcurrentHashMap<>();
    private final Map<String, String> offered = new ConcurrentHashMap<>();

    /** Wipes the district's token; the next call reads it from Clever again. */
    public void forget(String district) {
        byDistrict.computeIfPresent(district, (key, held) -> new Held(null, null, held.generation()));
    }

    /** Whether no token of this district is in memory. */
    public boolean unknown(String district) {
        return bearer(district) == null;
    }

    /** A number that rises each time the district's token becomes another one; 0 before the first. */
    public int generation(String district) {
        Held held = byDistrict.get(district);
        return held == null ? 0 : held.generation();
    }

    @Nullable String bearer(String district) {
        Held held = byDistrict.get(district);
        return held == null ? null : held.token();
    }

    /** Keeps a token, taken out of an answer, until the token list has been judged. */
    void offer(String tokenId, String token) {
        offered.put(tokenId, token);
    }

    /**
     * Makes the offered token the district's own. False when none was offered under this id, nor kept by another branch of the
     * run that has read the same list meanwhile.
     */
    boolean keep(String district, String tokenId) {
        String token = offered.get(tokenId);
        if (token == null) {
            Held held = byDistrict.get(district);
            return held != null && tokenId.equals(held.tokenId());
        }
        byDistrict.merge(district, new Held(tokenId, token, 1), CleverTokens::newer);
        return true;
    }

    void withdraw(String tokenId) {
        offered.remove(tokenId);
    }

    private static Held newer(Held old, Held now) {
        return now.token() != null && now.token().equals(old.token())
                ? old
                : new Held(now.tokenId(), now.token(), old.generation() + 1);
    }

    private record Held(@Nullable String tokenId, @Nullable String token, int generation) {

        @Override
        public String toString() {
            return "token " + generation;
        }
    }
}
