package org.galileok12.sso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Writes key files as openssl does, each with a new key. */
public final class KeyFiles {

    private KeyFiles() {}

    /** A file that only its owner reads and that ends with this JVM, with a new RSA key of 2048 bits. */
    public static Path rsa() {
        try {
            var file = Files.createTempFile("galileo-sso-", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(file, rsaText());
        } catch (IOException e) {
            throw new UncheckedIOException("No key file can be written.", e);
        }
    }

    /** A file of this name with a new RSA key of 2048 bits. */
    public static Path rsa(Path folder, String name) {
        return write(folder, name, rsaText());
    }

    private static String rsaText() {
        return pem("PRIVATE KEY", pair("RSA", 2048).getPrivate().getEncoded());
    }

    static KeyPair pair(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java knows no " + algorithm + ".", e);
        }
    }

    static String pem(String label, byte[] content) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException("The test's own folder cannot be written.", e);
        }
    }
}
