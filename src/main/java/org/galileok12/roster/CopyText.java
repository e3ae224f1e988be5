package org.galileok12.roster;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Collects rows in PostgreSQL's text format for COPY: a tab between columns, a line per row, {@code \N} for null.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">PostgreSQL, COPY, file formats</a>
 */
final class CopyText extends ByteArrayOutputStream {

    private static final byte[] NULL = {'\\', 'N'};

    private boolean lineBegun;
    private int rows;

    CopyText() {
        super(1 << 16);
    }

    CopyText value(@Nullable String value) {
        if (lineBegun) {
            write('\t');
        }
        lineBegun = true;
        if (value == null) {
            writeBytes(NULL);
        } else {
            escaped(value.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    void endRow() {
        write('\n');
        lineBegun = false;
        rows++;
    }

    int rows() {
        return rows;
    }

    private void escaped(byte[] utf8) {
        var from = 0;
        for (var i = 0; i < utf8.length; i++) {
            var letter = escapeLetter(utf8[i]);
            if (letter != 0) {
                write(utf8, from, i - from);
                write('\\');
                write(letter);
                from = i + 1;
            }
        }
        write(utf8, from, utf8.length - from);
    }

    /** Bytes of multi-byte characters are all above 0x7F, so that looking at single bytes is safe. */
    private static char escapeLetter(byte character) {
        return switch (character) {
            case '\\' -> '\\';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> 0;
        };
    }
}
