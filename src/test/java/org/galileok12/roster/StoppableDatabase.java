package org.galileok12.roster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL of its own that can be stopped by {@code pg_ctl stop -m immediate}, as a loss of power would, and started again
 * on the same data and port. What was committed is kept; unlogged tables are empty afterwards.
 */
final class StoppableDatabase {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private final String url;
    private final Path data;
    private final Path pgCtl;
    private final String options;

    private StoppableDatabase() throws IOException {
        data = Files.createTempDirectory(TARGET, "postgres-");
        // The embedded server ends itself together with this JVM, also after it was started again.
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("synchronous_commit", "on")
                .start();
        url = server.getJdbcUrl("postgres", "postgres");
        // Such as: /…/bin/postgres "-D" "/…" "-p" "5432" "-F"
        var started = Files.readString(data.resolve("postmaster.opts")).strip();
        pgCtl = Path.of(started.replaceFirst(" \".*", "")).resolveSibling("pg_ctl");
        options = started.replaceFirst(".*? \"-D\" \"[^\"]*\" ", "");
    }

    static StoppableDatabase start() {
        try {
            return new StoppableDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start.", e);
        }
    }

    String url() {
        return url;
    }

    void stopImmediately() {
        pgCtl("-m", "immediate", "stop");
    }

    void startAgain() {
        pgCtl("-l", data + ".log", "-o", options, "start");
    }

    private void pgCtl(String... arguments) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root; the embedded server is started so, too.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(pgCtl.toString(), "-D", data.toString(), "-w"));
        command.addAll(List.of(arguments));
        try {
            var exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            Path.of(data + ".out").toFile()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("pg_ctl ended with " + exit + "; see " + data + ".out");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("pg_ctl did not start.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
