package org.galileok12.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A copy of the delivered routes folder, in which a test edits a file as an engineer would. */
final class RoutesCopy {

    private final Path folder;

    RoutesCopy() {
        try {
            folder = Files.createTempDirectory(Path.of("target"), "routes-");
            FileSystemUtils.copyRecursively(Path.of("routes"), folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The routes folder could not be copied.", e);
        }
    }

    RoutesCopy write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be written.", e);
        }
    }

    /** Replaces the only occurrence of a text in a file. */
    RoutesCopy change(String file, String from, String to) {
        try {
            var text = Files.readString(folder.resolve(file));
            if (!text.contains(from) || text.indexOf(from) != text.lastIndexOf(from)) {
                throw new IllegalArgumentException("'" + from + "' must be once in " + file);
            }
            return write(file, text.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be read.", e);
        }
    }

    String path() {
        return folder.toString();
    }
}
