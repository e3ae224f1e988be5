package org.galileok12.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What one test run leaves for the checks after it: the routes that an exchange entered, each with its file, and when the run began.
 * The file starts anew with each run. Safe for use by many threads; one JVM runs the tests.
 */
final class TestRun {

    private static final Path FOLDER = Path.of("target");
    private static volatile @Nullable TestRun current;

    private final Path record;
    private final Set<String> written = ConcurrentHashMap.newKeySet();

    /** What was recorded: the start, whether all tests were selected, and lines of the form file name, space, route id. */
    record Record(Instant started, boolean whole, Set<String> routes) {}

    private TestRun(Path record) {
        this.record = record;
    }

    /** Forgets the last run's record. What is recorded outside a run, as by the demo, goes nowhere. */
    static TestRun start(Path folder, Instant now, boolean whole) {
        var run = new TestRun(folder.resolve("exercised-routes.txt"));
        try {
            Files.createDirectories(folder);
            Files.writeString(run.record, "# test run of %s, %s\n".formatted(now, whole ? "whole" : "a part"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + run.record, e);
        }
        return run;
    }

    static void startHere(Instant now) {
        current = start(FOLDER, now, System.getProperty("test") == null);
    }

    static @Nullable TestRun current() {
        return current;
    }

    void exercised(String file, String routeId) {
        var line = file + " " + routeId + "\n";
        if (written.add(line)) {
            try {
                Files.writeString(record, line, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + record, e);
            }
        }
    }

    static Record read(Path folder) throws IOException {
        var lines = Files.readAllLines(folder.resolve("exercised-routes.txt"));
        var head = lines.get(0).replace("# test run of ", "").split(", ");
        return new Record(
                Instant.parse(head[0]), head[1].equals("whole"), new TreeSet<>(lines.subList(1, lines.size())));
    }
}
