package org.galileok12.sso;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the keys that vouch for a hand-off: that of the first file signs, all are published, so that a key can be replaced while
 * people log in. Read once, at the start. Immutable and safe to share.
 */
public final class SigningKeys {

    static final String MAKE_ONE = "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out sso-key.pem";

    private final String published;
    private final JWSHeader header;
    private final JWSSigner signer;

    /** @throws BrokenKeys with a sentence for each file that cannot be used */
    SigningKeys(List<Path> files) {
        var problems = new ArrayList<String>();
        var keys = read(files, problems);
        if (!problems.isEmpty()) {
            throw new BrokenKeys(problems);
        }
        var first = keys.get(0);
        published = new JWKSet(List.<JWK>copyOf(keys)).toPublicJWKSet().toString();
        header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(first.getKeyID())
                .build();
        signer = signer(first);
    }

    /** A sentence for each file that cannot be used; empty when all can. Shows nothing of their content. */
    public static List<String> problems(List<Path> files) {
        var problems = new ArrayList<String>();
        read(files, problems);
        return List.copyOf(problems);
    }

    /** The public halves, as JSON. */
    String published() {
        return published;
    }

    /** The claims as a signed token. */
    String sign(JWTClaimsSet claims) {
        var token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("A hand-off could not be signed.", e);
        }
        return token.serialize();
    }

    private static List<RSAKey> read(List<Path> files, List<String> problems) {
        if (files.isEmpty()) {
            problems.add("GALILEO_SSO_KEYS is not set. Set it to the file of an RSA key: " + MAKE_ONE);
        }
        Map<String, Path> seen = new LinkedHashMap<>();
        var keys = new ArrayList<RSAKey>();
        for (var file : files) {
            try {
                var key = new KeyFile(file).read();
                var before = seen.putIfAbsent(key.getKeyID(), file);
                if (before != null) {
                    problems.add("The key files " + before + " and " + file
                            + " hold the same key. Name each key once in GALILEO_SSO_KEYS.");
                }
                keys.add(key);
            } catch (BrokenKeys e) {
                problems.add(e.getMessage());
            }
        }
        return keys;
    }

    private static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("The first key of GALILEO_SSO_KEYS cannot sign.", e);
        }
    }
}
