package org.galileok12.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.galileok12.GalileoClever;
import org.galileok12.simulator.LocalClever;

/** A terminal at which the whole product is started once for each command; what it showed is kept as target/terminal/*.txt. */
final class Terminal implements AutoCloseable {

    private final LocalClever clever;
    private final String database;
    private final Path file;
    private final StringBuilder shown = new StringBuilder();

    Terminal(String name, LocalClever clever, String database) {
        this.clever = clever;
        this.database = database;
        this.file = Path.of("target", "terminal", name + ".txt");
    }

    CommandRun type(String... arguments) {
        var run = new CommandRun(GalileoClever.class, Path.of("routes"), database)
                .with("clever.api-url", clever.url())
                .with("clever.oauth-url", clever.url())
                .with("clever.client-id", LocalClever.CLIENT_ID)
                .with("clever.client-secret", LocalClever.CLIENT_SECRET)
                .with("spring.flyway.locations", "classpath:db/migration")
                .run(arguments);
        shown.append("$ galileo-clever ")
                .append(String.join(" ", arguments))
                .append('\n')
                .append(run.out())
                .append(run.err())
                .append("(exit code ")
                .append(run.exitCode())
                .append(")\n\n");
        return run;
    }

    @Override
    public void close() {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, shown);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be written.", e);
        }
    }
}
