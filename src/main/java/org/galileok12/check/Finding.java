package org.galileok12.check;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * One mistake in one file.
 *
 * @param line 1-based; 0 when the mistake is the file as a whole
 * @param message what is wrong and, where that is known, what to write instead
 */
public record Finding(Path file, int line, String message) implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing((Finding finding) -> finding.file.toString())
            .thenComparingInt(Finding::line)
            .thenComparing(Finding::message);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** The form that editors and terminals turn into a link: {@code routes/walk.camel.yaml:12: message}. */
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + message : file + ": " + message;
    }
}
