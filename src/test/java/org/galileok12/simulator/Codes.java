package org.galileok12.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Codes and access tokens that were given out. A code lives for a minute, is taken once, and only with the redirect URI and
 * the PKCE verifier that it was asked with. Remembers a bounded number of both. Thread safe.
 */
final class Codes {

    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int REMEMBERED = 50_000;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Code> codes = bounded();
    private final Map<String, Grant> tokens = bounded();

    Codes(Clock clock) {
        this.clock = clock;
    }

    /** @param challenge PKCE's, "" without one */
    String code(Grant grant, String redirectUri, String challenge, String method) {
        String code = random(20);
        Code issued =
                new Code(grant, redirectUri, challenge, method, clock.instant().plus(LIFE));
        synchronized (codes) {
            codes.put(code, issued);
        }
        return code;
    }

    /** What the code stood for; null if it is unknown, old, taken before, or asked with something else. */
    @Nullable Grant redeem(String code, String redirectUri, String verifier) {
        Code issued;
        synchronized (codes) {
            issued = codes.remove(code);
        }
        boolean good = issued != null
                && issued.until.isAfter(clock.instant())
                && issued.redirectUri.equals(redirectUri)
                && issued.provenBy(verifier);
        return issued != null && good ? issued.grant : null;
    }

    /** An access token as Clever's: opaque, beginning with {@code il}. */
    String token(Grant grant) {
        String token = "il" + random(20);
        synchronized (tokens) {
            tokens.put(token, grant);
        }
        return token;
    }

    /** Whom the header {@code Bearer il…} speaks for, null for any other header. */
    @Nullable Grant bearer(String authorization) {
        if (!authorization.startsWith("Bearer il")) {
            return null;
        }
        synchronized (tokens) {
            return tokens.get(authorization.substring("Bearer ".length()));
        }
    }

    void clear() {
        synchronized (codes) {
            codes.clear();
        }
        synchronized (tokens) {
            tokens.clear();
        }
    }

    private String random(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    private static <T> Map<String, T> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    private record Code(Grant grant, String redirectUri, String challenge, String method, Instant until) {

        boolean provenBy(String verifier) {
            if (challenge.isEmpty()) {
                return true;
            }
            return challenge.equals(method.equals("S256") ? hashed(verifier) : verifier);
        }

        private static String hashed(String verifier) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("This Java has no SHA-256.", e);
            }
        }
    }
}
