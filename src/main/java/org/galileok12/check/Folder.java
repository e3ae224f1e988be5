package org.galileok12.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.galileok12.rules.Finding;

/** Lists files by the end of their names, in the order of their names. */
final class Folder {

    /** The order in which a person mends: file by file, from the first line on. */
    static final Comparator<Finding> BY_PLACE = Comparator.comparing((Finding finding) -> finding.file())
            .thenComparingInt(Finding::line)
            .thenComparing(Finding::sentence);

    private Folder() {}

    /** Empty when the folder does not exist. */
    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be listed: " + e.getMessage(), e);
        }
    }
}
