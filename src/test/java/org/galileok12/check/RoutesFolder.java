package org.galileok12.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small routes folder without mistakes, in which a test plants one. */
public final class RoutesFolder {

    public static final String ROUTE = """
            # One row of the roster, for a test.
            - route:
                id: tiny-read
                description: Read one row.
                from:
                  uri: direct:tiny-read
                  steps:
                    - setBody:
                        constant: "resource:file:{{routes.dir}}/sql/read-tiny.sql"
                    - to:
                        uri: jdbc:dataSource
                        parameters:
                          useHeadersAsParameters: true
                    - to: direct:tiny-log

            - route:
                id: tiny-log
                description: Log the end.
                from:
                  uri: direct:tiny-log
                  steps:
                    - log: done
            """;

    public static final String SQL = """
            -- read-tiny.sql: read one row. In: note, lowest, a.
            select
              tiny_id,
              note
            from tiny
            where note = :?note
              and tiny_id > :?lowest
            """;

    private final Path folder;

    public RoutesFolder(Path folder) {
        this.folder = folder;
        write("tiny.camel.yaml", ROUTE);
        write("sql/read-tiny.sql", SQL);
        write("rules/tiny.yaml", "largest: 12\n");
        write("rules/tiny.schema.json", """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                 "properties": {"largest": {"type": "integer"}}, "additionalProperties": false}
                """);
    }

    public Path path() {
        return folder;
    }

    public RoutesFolder write(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name, e);
        }
        return this;
    }

    /** Replaces the only occurrence of a text in a file. */
    public RoutesFolder change(String name, String from, String to) {
        try {
            var text = Files.readString(folder.resolve(name));
            if (text.indexOf(from) < 0 || text.indexOf(from) != text.lastIndexOf(from)) {
                throw new IllegalArgumentException("'" + from + "' must be once in " + name);
            }
            return write(name, text.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
