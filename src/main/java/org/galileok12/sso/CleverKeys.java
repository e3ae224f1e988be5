package org.galileok12.sso;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Fetches the keys that sign Clever's id_tokens from where Clever's discovery document says they are. Whatever a token names
 * itself is never asked. Safe to share.
 */
final class CleverKeys implements JWKSetSource<SecurityContext> {

    private final RestClient clever;
    private final ObjectMapper json;
    private final String issuer;
    private volatile @Nullable URI address;
    private volatile boolean known;

    CleverKeys(ClientHttpRequestFactory requests, String issuer, ObjectMapper json) {
        this.clever = RestClient.builder()
                .requestFactory(requests)
                .defaultStatusHandler(
                        status -> !status.isSameCodeAs(HttpStatusCode.valueOf(200)), (request, answer) -> {
                            throw new Refused(
                                    answer.getStatusCode().is5xxServerError()
                                            ? Reason.CLEVER_DOWN
                                            : Reason.CLEVER_UNREADABLE);
                        })
                .build();
        this.issuer = issuer;
        this.json = json;
    }

    /** Whether they were read at least once. */
    boolean areKnown() {
        return known;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        try {
            var keys = JWKSet.parse(get(discovered()));
            known = true;
            return keys;
        } catch (ParseException e) {
            throw new JWKSetUnavailableException(
                    "Clever's keys are not a JWK set.", new Refused(Reason.CLEVER_UNREADABLE));
        } catch (RuntimeException e) {
            // Asked anew next time: they may have moved.
            address = null;
            throw new JWKSetUnavailableException("Clever's keys could not be read.", e);
        }
    }

    private URI discovered() {
        var at = address;
        if (at == null) {
            at = discover();
            address = at;
        }
        return at;
    }

    private URI discover() {
        JsonNode document;
        try {
            document = json.readTree(get(URI.create(issuer + "/.well-known/openid-configuration")));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new Refused(Reason.CLEVER_UNREADABLE);
        }
        var keys = document.path("jwks_uri").asText();
        if (!document.path("issuer").asText().equals(issuer) || !isAt(keys)) {
            throw new Refused(Reason.CLEVER_UNTRUSTED);
        }
        return URI.create(keys);
    }

    /** TLS anywhere, since the document came by it; without TLS, which is for localhost, the same server only. */
    private boolean isAt(String keys) {
        return keys.startsWith("https://") || keys.startsWith(issuer + "/");
    }

    private String get(URI address) {
        byte[] body = clever.get().uri(address).retrieve().body(byte[].class);
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        // The client belongs to whoever made it.
    }
}
