package org.galileok12.sso;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.security.converter.RsaKeyConverters;

/** Reads one RSA key from a PEM file (PKCS#8), or says in a sentence what the file holds instead. */
final class KeyFile {

    private static final int FEWEST_BITS = 2048;
    /** Longer ones take too long to sign with when a whole state logs in. */
    private static final int MOST_BITS = 8192;

    private static final long LARGEST = 64 * 1024;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s[A-Za-z0-9+/=\\s:,-]*?-----END \\1-----");

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    /** @throws BrokenKeys with one sentence */
    RSAKey read() {
        var blocks = BLOCK.matcher(text()).results().filter(KeyFile::holdsAKey).toList();
        if (blocks.isEmpty()) {
            throw broken("is no PEM file. Set GALILEO_SSO_KEYS to the output of: " + SigningKeys.MAKE_ONE);
        }
        if (blocks.size() > 1) {
            throw broken("holds " + blocks.size() + " keys. Put each into a file of its own.");
        }
        return switch (blocks.get(0).group(1)) {
            case "PRIVATE KEY" -> key(blocks.get(0).group());
            case "RSA PRIVATE KEY" ->
                throw broken("has the older form PKCS#1. Convert it with: openssl pkcs8 -topk8 -nocrypt -in " + file
                        + " -out sso-key.pem");
            case "ENCRYPTED PRIVATE KEY" ->
                throw broken("is locked by a password. Unlock it with: openssl pkcs8 -in " + file
                        + " -out sso-key.pem, and let nobody else read that file.");
            case "PUBLIC KEY", "RSA PUBLIC KEY", "CERTIFICATE" ->
                throw broken("holds no private key. Set GALILEO_SSO_KEYS to the file with the private key.");
            default -> throw broken("holds no RSA key. Set GALILEO_SSO_KEYS to the output of: " + SigningKeys.MAKE_ONE);
        };
    }

    /** A key on a curve comes with a block of its parameters. */
    private static boolean holdsAKey(MatchResult block) {
        return !block.group(1).endsWith("PARAMETERS");
    }

    private String text() {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
                return "";
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new BrokenKeys(List.of("There is no key file " + file + ". Correct GALILEO_SSO_KEYS."));
        } catch (IOException e) {
            throw broken("cannot be read by this user. Give it the right to, or correct GALILEO_SSO_KEYS.");
        }
    }

    private RSAKey key(String pem) {
        try {
            var pairOfPrimes = RsaKeyConverters.pkcs8()
                    .convert(new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1)));
            if (pairOfPrimes instanceof RSAPrivateCrtKey key && isStrong(key) && fits(key)) {
                return key(key);
            }
        } catch (IllegalArgumentException | ArithmeticException | GeneralSecurityException | JOSEException e) {
            // Its words may quote the file.
        }
        throw broken("holds no RSA key, or is damaged. Set GALILEO_SSO_KEYS to the output of: " + SigningKeys.MAKE_ONE);
    }

    private RSAKey key(RSAPrivateCrtKey key) throws GeneralSecurityException, JOSEException {
        var itsPublic = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        return new RSAKey.Builder((RSAPublicKey) itsPublic)
                .privateKey(key)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint()
                .build();
    }

    private boolean isStrong(RSAPrivateCrtKey key) {
        var bits = key.getModulus().bitLength();
        if (bits < FEWEST_BITS || bits > MOST_BITS) {
            throw broken("holds an RSA key of " + bits + " bits. Make one of " + FEWEST_BITS + " to " + MOST_BITS + ": "
                    + SigningKeys.MAKE_ONE);
        }
        return true;
    }

    /** A key whose parts do not belong together would sign what nobody can verify. */
    private static boolean fits(RSAPrivateCrtKey key) {
        var p = key.getPrimeP();
        var q = key.getPrimeQ();
        var probe = BigInteger.TWO;
        return p.multiply(q).equals(key.getModulus())
                && probe.modPow(key.getPrivateExponent(), key.getModulus())
                        .modPow(key.getPublicExponent(), key.getModulus())
                        .equals(probe)
                && key.getPrimeExponentP().equals(key.getPrivateExponent().mod(p.subtract(BigInteger.ONE)))
                && key.getPrimeExponentQ().equals(key.getPrivateExponent().mod(q.subtract(BigInteger.ONE)))
                && key.getCrtCoefficient().equals(q.modInverse(p));
    }

    private BrokenKeys broken(String what) {
        return new BrokenKeys(List.of("The key file " + file + " " + what));
    }
}
