package org.galileok12.rules;

import java.nio.file.Path;

/**
 * One mistake in a file that an engineer edits: where it is, and a sentence that says what is wrong. Immutable.
 *
 * @param file the file as it was given, relative or absolute
 * @param line the line, counted from 1; 0 when the file as a whole is meant
 * @param sentence what is wrong and what was expected, ending with a full stop
 */
public record Finding(Path file, int line, String sentence) {

    /** {@code file:line: sentence}, which editors turn into a link. */
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + sentence : file + ": " + sentence;
    }
}
