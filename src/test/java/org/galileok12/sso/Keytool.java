package org.galileok12.sso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes keys with certificates as an operator would, with Java's own tool. */
public final class Keytool {

    public static final String PASSWORD = "changeit";

    private Keytool() {}

    /** A key with its certificate, under this name, in a store that is made if it is not there. */
    public static void pair(Path store, String name, String commonName, String... more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-alias",
                name,
                "-dname",
                "CN=" + commonName,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString()));
        command.addAll(List.of(more));
        try {
            var made = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(made.getInputStream().readAllBytes());
            if (made.waitFor() != 0) {
                throw new IllegalStateException("keytool made no " + name + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("keytool does not run.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted.", e);
        }
    }
}
