package org.galileok12.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One value for all that decides what a page becomes: routes, SQL and rules as they were when this node read them, and the
 * version of the service. Two nodes with the same value stage the same. Immutable.
 */
public final class RoutesHash {

    private final String value;

    RoutesHash(Path folder) {
        value = hash(folder);
    }

    public String value() {
        return value;
    }

    private static String hash(Path folder) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var version = RoutesHash.class.getPackage().getImplementationVersion();
            digest.update(Objects.requireNonNullElse(version, "").getBytes(StandardCharsets.UTF_8));
            for (var file : files(folder)) {
                var name = folder.relativize(file).toString().replace('\\', '/');
                // A length before each part: no text can pass for the next file's name.
                var content = Files.readAllBytes(file);
                digest.update(
                        (name.length() + " " + name + " " + content.length + " ").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java knows no SHA-256.", impossible);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, 2)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> isRead(folder.relativize(file).toString().replace('\\', '/')))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isRead(String name) {
        return name.startsWith("sql/") || name.startsWith("rules/") || name.matches("[^/]+\\.camel\\.yaml");
    }
}
