package org.galileok12.benchmark.logins;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;

/** Takes a token as the product does: signed with a published key, for this product, with a person in it. Safe to share. */
final class HandedOver {

    private final JWKSet published;
    private final String loginUrl;

    /** Reads the keys that the service publishes. */
    HandedOver(int servicePort, String loginUrl) throws IOException {
        this.loginUrl = loginUrl;
        try (var service = new KeptConnection(servicePort)) {
            published = JWKSet.parse(service.get(Floor.KEYS, "").body());
        } catch (ParseException e) {
            throw new IOException("The service publishes no keys.", e);
        }
    }

    void verify(String handedOver) throws IOException {
        try {
            var token = SignedJWT.parse(handedOver);
            var key = published.getKeyByKeyId(token.getHeader().getKeyID());
            var claims = token.getJWTClaimsSet();
            if (key == null
                    || !token.verify(new RSASSAVerifier(key.toRSAKey()))
                    || !claims.getAudience().equals(List.of(loginUrl))
                    || Long.parseLong(claims.getSubject()) <= 0) {
                throw new LoginFailed("token", 200);
            }
        } catch (ParseException | JOSEException e) {
            throw new IOException("What was handed over is no token.", e);
        }
    }
}
