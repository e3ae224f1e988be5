package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the page that hands a person over, as the product does that gets its form. */
final class HandOffPage {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private HandOffPage() {}

    static String token(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return only(TOKEN, page);
    }

    /** The same for each form of the page. */
    static String csrf(HttpResponse<String> page) {
        return CSRF.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    static boolean handsOver(HttpResponse<String> page) {
        return TOKEN.matcher(page.body()).find();
    }

    /** What the token says, verified with the keys that the browser's node publishes. */
    static JWTClaimsSet claims(Browser browser, HttpResponse<String> page) {
        try {
            var token = SignedJWT.parse(token(page));
            var published = JWKSet.parse(browser.get("/.well-known/jwks.json").body());
            var key = published.getKeyByKeyId(token.getHeader().getKeyID());
            assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
            return token.getJWTClaimsSet();
        } catch (ParseException | JOSEException e) {
            throw new AssertionError("The page holds no token that the product could verify.", e);
        }
    }

    private static String only(Pattern pattern, HttpResponse<String> page) {
        List<String> found =
                pattern.matcher(page.body()).results().map(one -> one.group(1)).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
