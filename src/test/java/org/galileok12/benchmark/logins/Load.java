package org.galileok12.benchmark.logins;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Makes visits, each in a browser of its own, over a bounded number of kept connections. */
final class Load {

    private final int servicePort;
    private final int cleverPort;
    private final AtomicInteger next = new AtomicInteger();

    Load(int servicePort, int cleverPort) {
        this.servicePort = servicePort;
        this.cleverPort = cleverPort;
    }

    /** As many at a time as given, each followed by the next at once. */
    Measured closed(Visit visit, int atATime, Duration lasting) throws InterruptedException {
        return run(visit, atATime, System::nanoTime, System.nanoTime() + lasting.toNanos());
    }

    /**
     * So many a second, whether the earlier ones are through or not, as long as connections are left. The wait for one counts: a
     * visit's time begins when it was to begin.
     */
    Measured open(Visit visit, int perSecond, int connections, Duration lasting) throws InterruptedException {
        var start = System.nanoTime();
        var begun = new AtomicLong();
        return run(
                visit,
                connections,
                () -> {
                    var scheduled = start + begun.getAndIncrement() * 1_000_000_000L / perSecond;
                    for (var left = scheduled - System.nanoTime(); left > 0; left = scheduled - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    return scheduled;
                },
                start + lasting.toNanos());
    }

    private Measured run(Visit visit, int connections, Beginning beginning, long until) throws InterruptedException {
        var measured = new Measured();
        var threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                workers.add(threads.submit(() -> work(visit, beginning, until, measured)));
            }
            for (var worker : workers) {
                worker.get();
            }
            return measured.end();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The load of the benchmark broke off.", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void work(Visit visit, Beginning beginning, long until, Measured measured) {
        try (var service = new KeptConnection(servicePort);
                var clever = new KeptConnection(cleverPort)) {
            for (var begin = beginning.next(); begin < until; begin = beginning.next()) {
                try {
                    measured.add(visit.make(service, clever, next.getAndIncrement(), begin));
                } catch (IOException e) {
                    measured.failed(e);
                }
            }
        } catch (IOException e) {
            measured.failed(e);
        }
    }

    /** Waits for the moment at which the next visit is to begin, and tells it. */
    private interface Beginning {
        long next();
    }
}
