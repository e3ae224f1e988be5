package org.galileok12.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Writes id_tokens with Clever's claims, signed RS256, and the bad ones that a test asks for. Thread safe. */
final class IdTokens {

    private static final Duration LIFE = Duration.ofHours(1);

    final SigningKeys keys = new SigningKeys();
    final List<IdTokenFault> faults = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final String clientId;
    private final String clientSecret;
    private volatile String last = "";

    IdTokens(Clock clock, String clientId, String clientSecret) {
        this.clock = clock;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** The id_token for an answer, null when a fault leaves it out. */
    @Nullable String write(String issuer, Grant grant) {
        IdTokenFault fault = Fault.first(faults);
        if (fault == null) {
            return remembered(signed(header(), claims(issuer, grant), IdTokenFault.Signature.OURS));
        }
        if (fault.isMissing()) {
            return null;
        }
        if (fault.isReplayed()) {
            return last;
        }
        String instead = fault.instead();
        return instead == null ? bent(issuer, grant, fault) : instead;
    }

    private String bent(String issuer, Grant grant, IdTokenFault fault) {
        Map<String, Object> head = header();
        Map<String, Object> body = claims(issuer, grant);
        if (fault.embedsKey()) {
            head.put("jwk", keys.foreign().toPublicJWK().toJSONObject());
        }
        fault.bend(head, body, clock.instant());
        return signed(head, body, fault.signature());
    }

    private Map<String, Object> header() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "RS256");
        header.put("typ", "JWT");
        header.put("kid", keys.current().getKeyID());
        return header;
    }

    private Map<String, Object> claims(String issuer, Grant grant) {
        Instant now = clock.instant();
        ObjectNode person = grant.record();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", grant.person());
        claims.put("aud", clientId);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        if (!grant.nonce().isEmpty()) {
            claims.put("nonce", grant.nonce());
        }
        claims.put("user_id", grant.legacyId());
        claims.put("multi_role_user_id", grant.person());
        claims.put("user_type", grant.role());
        claims.put("district", grant.district().id());
        if (!person.path("email").asText("").isEmpty()) {
            claims.put("email", person.path("email").asText());
        }
        claims.put("email_verified", false);
        claims.put("given_name", person.at("/name/first").asText(""));
        claims.put("family_name", person.at("/name/last").asText(""));
        return claims;
    }

    private String signed(Map<String, Object> header, Map<String, Object> claims, IdTokenFault.Signature how) {
        String text = part(json(header)) + "." + part(json(claims));
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        RSAKey ours = keys.current();
        byte[] signature =
                switch (how) {
                    case OURS -> SigningKeys.rs256(ours, bytes);
                    case NONE -> new byte[0];
                    case SECRET -> SigningKeys.hs256(clientSecret.getBytes(StandardCharsets.UTF_8), bytes);
                    case PUBLIC_KEY -> SigningKeys.hs256(SigningKeys.encoded(ours), bytes);
                    case FOREIGN -> SigningKeys.rs256(keys.foreign(), bytes);
                    case BROKEN -> broken(SigningKeys.rs256(ours, bytes));
                };
        return text + "." + part(signature);
    }

    private String remembered(String token) {
        last = token;
        return token;
    }

    private static byte[] broken(byte[] signature) {
        signature[signature.length / 2] ^= 1;
        return signature;
    }

    private static byte[] json(Map<String, Object> members) {
        try {
            return PageWriter.JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A part of an id_token cannot be written as JSON.", e);
        }
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
