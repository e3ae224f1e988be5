package org.galileok12.demo.product;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Publishes keys and says who is active, as galileo-clever does, and signs any hand-off that a test thinks up. */
final class Issuer implements AutoCloseable {

    final RSAKey key = newKey("one");
    final RSAKey nextKey = newKey("two");
    final AtomicInteger keysRead = new AtomicInteger();
    final Set<String> gone = ConcurrentHashMap.newKeySet();
    volatile List<RSAKey> published = List.of(key);
    /** Who is active without any role. */
    final Set<String> withoutRole = ConcurrentHashMap.newKeySet();

    volatile boolean isDown;
    /** How questions about people are answered. */
    volatile int answered = 200;

    private final HttpServer server;

    Issuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/jwks.json", exchange -> {
            keysRead.incrementAndGet();
            answer(exchange, 200, new JWKSet(List.copyOf(published)).toString());
        });
        server.createContext("/api/sso/active/", exchange -> {
            var id = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
            var roles = withoutRole.contains(id) ? "[]" : "[\"district_admin\",\"staff\",\"teacher\",\"student\"]";
            answer(exchange, answered, "{\"active\":" + !gone.contains(id) + ",\"roles\":" + roles + "}");
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A good hand-off of this moment; a test breaks it. */
    JWTClaimsSet.Builder claims(String audience, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .audience(audience)
                .subject("7")
                .claim("clever_id", "58da8c58155b940248000007")
                .claim("district", "58da8a43cc70ab00017a1a87")
                .claim("district_id", 1)
                .claim("role", "student")
                .claim("roles", List.of("student"))
                .claim("grade", Map.of("label", "6+", "min", 6, "max", 12))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
    }

    String sign(JWTClaimsSet.Builder claims) throws JOSEException {
        return sign(claims, key);
    }

    String sign(JWTClaimsSet.Builder claims, RSAKey with) throws JOSEException {
        return sign(
                claims,
                with,
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()).build());
    }

    String sign(JWTClaimsSet.Builder claims, RSAKey with, JWSHeader header) throws JOSEException {
        var token = new SignedJWT(header, claims.build());
        token.sign(new RSASSASigner(with));
        return token.serialize();
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("No key can be made.", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(isDown ? 503 : status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
