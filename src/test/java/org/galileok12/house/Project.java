package org.galileok12.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The project's folders, seen from its root. A rule takes one of these, so that its self-test can give it a folder with a bad example.
 *
 * @param root the folder that holds pom.xml
 */
record Project(Path root) {

    /** Maven and the IDEs run tests in the project's root. */
    static Project here() {
        return new Project(Path.of("").toAbsolutePath());
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** All files below a folder whose name ends so, sorted; none if the folder does not exist. */
    List<Path> files(String folder, String ending) {
        if (!Files.isDirectory(path(folder))) {
            return List.of();
        }
        try (var found = Files.walk(path(folder))) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot walk " + path(folder), e);
        }
    }

    /** A file's name as people write it: from the root, with slashes. */
    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
