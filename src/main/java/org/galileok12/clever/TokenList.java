package org.galileok12.clever;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads Clever's token list, from which {@link TokensWithheld} has taken the tokens: which districts let us in, what
 * for, and which token of a district is the newest. Safe for concurrent use.
 */
public final class TokenList {

    private static final Logger LOG = LoggerFactory.getLogger(TokenList.class);
    private static final int MAX_PAGES = 1000;

    private final CleverTokens tokens;
    private final URI oauth;

    TokenList(CleverTokens tokens, URI oauth) {
        this.tokens = tokens;
        this.oauth = oauth;
    }

    /** Query of {@code tokenUri}, for the HTTP step. */
    public String queryOf(@Variable("tokenUri") String uri) {
        return CleverUri.query(uri);
    }

    /** Where one district's tokens are. */
    public String query(@Variable("district") String district) {
        if (!Calls.isCleverId(district)) {
            throw new ContractBroken("'" + district + "' is not a Clever district id (24 hexadecimal digits).");
        }
        return Calls.TOKENS + "?owner_type=district&district=" + district;
    }

    /** Keeps the newest token of the district; wipes the old one when there is none any more. */
    public void keepNewest(@Body JsonNode list, @Variable("district") String district) {
        List<JsonNode> own = items(list).stream()
                .filter(item -> district.equalsIgnoreCase(owner(item)))
                .sorted(Comparator.comparing(TokenList::created).reversed())
                .toList();
        try {
            JsonNode kept = own.stream()
                    .filter(item -> tokens.keep(district, item.path("id").asText()))
                    .findFirst()
                    .orElse(null);
            judge(kept, district);
        } finally {
            items(list).forEach(item -> tokens.withdraw(item.path("id").asText()));
        }
    }

    private void judge(@Nullable JsonNode kept, String district) {
        if (kept == null) {
            tokens.forget(district);
            throw new CleverRefused("Clever lists no token for district " + district
                    + ": it has not authorised us, or has disconnected.");
        }
        if (!rostering(scopes(kept))) {
            throw new SecureSyncMissing("The token of district " + district
                    + " is for single sign-on only. Ask the district to share rosters (Secure Sync).");
        }
    }

    /** Whether the answer about one district names any token. None of them is kept. */
    public boolean any(@Body JsonNode list) {
        items(list).forEach(item -> tokens.withdraw(item.path("id").asText()));
        return !items(list).isEmpty() || NextLink.of(list, Calls.TOKENS, oauth) != null;
    }

    /** For a token that was refused: nothing when the list now has another one, else the end. */
    public void requireAnother(
            @Variable("district") String district, @Variable("cleverTokenUsed") int used, Exchange exchange) {
        if (tokens.generation(district) == used) {
            var refused = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
            throw new CleverRefused((refused == null ? "" : refused.getMessage())
                    + " The token list was read again and has no other token for district " + district + ".");
        }
    }

    /** Query of the list's following page, or an empty text at its end. */
    public String next(
            @Body JsonNode list, @Variable("tokenUri") String uri, @ExchangeProperty(Exchange.LOOP_INDEX) int page) {
        String next = NextLink.of(list, Calls.TOKENS, oauth);
        if (next != null
                && (next.equals(uri) || page >= MAX_PAGES || items(list).isEmpty())) {
            throw new ContractBroken("The next link of " + Calls.TOKENS + " does not advance. Not followed.");
        }
        return next == null ? "" : next;
    }

    /** Adds this page's districts to those of earlier pages; the newest token of a district counts. */
    public List<AuthorisedDistrict> add(
            @Body JsonNode list, @Variable("cleverDistricts") @Nullable List<AuthorisedDistrict> before) {
        List<AuthorisedDistrict> all = new ArrayList<>(before == null ? List.of() : before);
        for (JsonNode item : items(list)) {
            String district = owner(item);
            if (district == null) {
                LOG.warn("Clever's token list has an entry without a district owner. It is left out.");
            } else {
                all.add(new AuthorisedDistrict(district, scopes(item), rostering(scopes(item)), created(item)));
            }
        }
        var newest = Comparator.comparing(AuthorisedDistrict::created);
        return all.stream()
                .collect(Collectors.toMap(
                        AuthorisedDistrict::district,
                        d -> d,
                        (a, b) -> newest.compare(b, a) > 0 ? b : a,
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.path("data").spliterator(), false).toList();
    }

    private static @Nullable String owner(JsonNode item) {
        JsonNode owner = item.path("owner");
        String id = owner.path("id").asText("");
        return "district".equals(owner.path("type").asText("district")) && Calls.isCleverId(id) ? id : null;
    }

    private static List<String> scopes(JsonNode item) {
        return StreamSupport.stream(item.path("scopes").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Reading students or sections, without the {@code _basic} that marks single sign-on only. */
    private static boolean rostering(List<String> scopes) {
        return scopes.stream()
                .anyMatch(scope ->
                        scope.startsWith("read:") && !scope.endsWith("_basic") && !"read:user_id".equals(scope));
    }

    private static Instant created(JsonNode item) {
        try {
            return Instant.parse(item.path("created").asText(""));
        } catch (DateTimeException unknown) {
            return Instant.MIN;
        }
    }
}
