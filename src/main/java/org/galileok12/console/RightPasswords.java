package org.galileok12.console;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers which password was right for a hash, so that a product that asks at each of its pages does not cost a slow hash each
 * time. Keeps a keyed digest in memory, under a key of this process; a wrong password is never remembered. Safe to share.
 */
final class RightPasswords {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key = new byte[32];
    private final Map<String, byte[]> digests = new ConcurrentHashMap<>();

    RightPasswords() {
        new SecureRandom().nextBytes(key);
    }

    boolean has(String hash, CharSequence password) {
        var known = digests.get(hash);
        return known != null && MessageDigest.isEqual(known, digest(password));
    }

    /** Only what is right: there are as many entries as accounts. */
    void add(String hash, CharSequence password) {
        digests.put(hash, digest(password));
    }

    private byte[] digest(CharSequence password) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java knows " + ALGORITHM + "; this one does not.", e);
        }
    }
}
