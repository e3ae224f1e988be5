package org.galileok12.benchmark.logins;

import java.io.IOException;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks the service twenty times a second whether it is well, and how long the answer takes, until closed. */
final class Health implements AutoCloseable {

    private static final long EVERY_MILLIS = 50;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final KeptConnection connection;

    Health(int managementPort) {
        connection = new KeptConnection(managementPort);
        thread.scheduleWithFixedDelay(this::ask, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Half, 99 of 100, and all of the answers came within so many milliseconds: {@code 2 / 9 / 14}. */
    String percentiles() {
        var figures = String.format(
                Locale.ENGLISH,
                "%.1f / %.1f / %.1f",
                Measured.percentile(nanos, 0.5),
                Measured.percentile(nanos, 0.99),
                Measured.percentile(nanos, 1));
        return failed.get() == 0 ? figures : figures + " (" + failed.get() + " failed)";
    }

    @Override
    public void close() throws IOException {
        thread.shutdownNow();
        connection.close();
    }

    private void ask() {
        var start = System.nanoTime();
        try {
            if (connection.get("/actuator/health", "").status() == 200) {
                nanos.add(System.nanoTime() - start);
                return;
            }
        } catch (IOException e) {
            // Counted below.
        }
        failed.incrementAndGet();
    }
}
