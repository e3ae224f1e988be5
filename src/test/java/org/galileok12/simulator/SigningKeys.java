package org.galileok12.simulator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The local Clever's RSA keys and an attacker's, made when first used. The newest of ours signs. Thread safe. */
final class SigningKeys {

    private final List<RSAKey> published = new ArrayList<>();
    private int made;
    private @Nullable RSAKey foreign;

    /** The key that signs now. */
    synchronized RSAKey current() {
        if (published.isEmpty()) {
            rotate();
        }
        return published.get(0);
    }

    synchronized RSAKey foreign() {
        RSAKey known = foreign;
        if (known == null) {
            known = generated("foreign");
            foreign = known;
        }
        return known;
    }

    /** A new key signs; the ones before are still published. */
    synchronized void rotate() {
        published.add(0, generated("local-clever-" + ++made));
    }

    /** Only the key that signs is published. */
    synchronized void forgetOld() {
        RSAKey kept = current();
        published.clear();
        published.add(kept);
    }

    synchronized Map<String, Object> publicSet() {
        current();
        return new JWKSet(List.<JWK>copyOf(published)).toPublicJWKSet().toJSONObject();
    }

    static byte[] rs256(RSAKey key, byte[] text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.toPrivateKey());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("An id_token could not be signed.", e);
        }
    }

    static byte[] hs256(byte[] secret, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An id_token could not be signed with a secret.", e);
        }
    }

    static byte[] encoded(RSAKey key) {
        try {
            return key.toPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException("A public key could not be written.", e);
        }
    }

    private static RSAKey generated(String id) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(com.nimbusds.jose.JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("An RSA key could not be made.", e);
        }
    }
}
