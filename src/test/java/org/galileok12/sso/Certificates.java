package org.galileok12.sso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of the test's own, and certificates of localhost, each with one fault at most. */
final class Certificates {

    enum Kind {
        GOOD,
        /** Of the authority, for localhost, over since five days. */
        EXPIRED,
        /** For localhost and in time, by nobody but itself. */
        SELF_SIGNED,
        /** Of the authority and in time, for another host. */
        OTHER_HOST
    }

    private static final char[] PASSWORD = Keytool.PASSWORD.toCharArray();
    private static final String LOCALHOST = "san=dns:localhost,ip:127.0.0.1";

    private final Path folder;
    private final KeyStore made;

    Certificates(Path folder) {
        this.folder = folder;
        var store = folder.resolve("made.p12");
        Keytool.pair(store, "authority", "The test's authority", "-ext", "bc:c");
        Keytool.pair(store, name(Kind.GOOD), "localhost", "-signer", "authority", "-ext", LOCALHOST);
        Keytool.pair(
                store,
                name(Kind.EXPIRED),
                "localhost",
                "-signer",
                "authority",
                "-ext",
                LOCALHOST,
                "-startdate",
                "-10d",
                "-validity",
                "5");
        Keytool.pair(store, name(Kind.SELF_SIGNED), "localhost", "-ext", LOCALHOST);
        Keytool.pair(
                store,
                name(Kind.OTHER_HOST),
                "clever.example",
                "-signer",
                "authority",
                "-ext",
                "san=dns:clever.example");
        try (var in = Files.newInputStream(store)) {
            made = KeyStore.getInstance("PKCS12");
            made.load(in, PASSWORD);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The certificates cannot be read.", e);
        }
    }

    /** What a server with this certificate has. */
    SSLContext of(Kind kind) {
        try {
            var one = empty();
            one.setKeyEntry(
                    "server", made.getKey(name(kind), PASSWORD), PASSWORD, made.getCertificateChain(name(kind)));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(one, PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No server can have the certificate " + kind + ".", e);
        }
    }

    /** A store of those who are trusted: the authority alone. */
    Path trusted() {
        var file = folder.resolve("trusted.p12");
        try (var out = Files.newOutputStream(file)) {
            var store = empty();
            store.setCertificateEntry("authority", made.getCertificate("authority"));
            store.store(out, PASSWORD);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The test's own folder cannot be written.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The authority cannot be trusted.", e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException("An empty store cannot be made.", e);
        }
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
