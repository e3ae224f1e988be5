package org.galileok12.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Reads the whole roster of a district again and again while a run goes on: one statement, one snapshot, its own connection. */
final class Reader implements AutoCloseable {

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var reader = new Thread(work, "reader");
        reader.setDaemon(true);
        return reader;
    });
    private final List<String> seen = new ArrayList<>();

    /** Begins at once; ends with close. */
    Reader(Roster roster) {
        thread.scheduleWithFixedDelay(() -> look(roster), 0, 30, TimeUnit.MILLISECONDS);
    }

    private synchronized void look(Roster roster) {
        var now = roster.fingerprint();
        if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(now)) {
            seen.add(now);
        }
    }

    /** The states in the order in which they were seen, each change once. */
    synchronized List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("A reader of the roster is stuck.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
