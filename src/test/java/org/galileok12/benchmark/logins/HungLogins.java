package org.galileok12.benchmark.logins;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * People who wait at the callback because Clever accepts the exchange of the code and says nothing. Who is told to come back, or
 * that Clever is slow, tries again in five seconds, until this is closed.
 */
final class HungLogins implements AutoCloseable {

    private static final long RETRY_SECONDS = 5;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private final int servicePort;
    private final SignInControl clever;

    private HungLogins(int servicePort, SignInControl clever, int howMany) {
        this.servicePort = servicePort;
        this.clever = clever;
        this.threads = Executors.newFixedThreadPool(howMany);
    }

    /** Returns when each of them has arrived at the callback or was turned away. */
    static HungLogins begin(int servicePort, SignInControl clever, int howMany, IntFunction<String> people)
            throws IOException, InterruptedException {
        var hung = new HungLogins(servicePort, clever, howMany);
        clever.hang();
        var arrived = new CountDownLatch(howMany);
        for (int i = 0; i < howMany; i++) {
            var person = people.apply(i);
            hung.threads.submit(() -> hung.tryAgainAndAgain(person, arrived));
        }
        if (!arrived.await(1, TimeUnit.MINUTES)) {
            hung.close();
            throw new IOException("Not all of the hung logins came as far as the callback.");
        }
        return hung;
    }

    /** How the callbacks were answered so far: {@code 503: 240}. */
    String answers() {
        return new TreeMap<>(answers).toString();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        over.countDown();
        threads.shutdown();
        if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
            threads.shutdownNow();
        }
        clever.heal();
    }

    private void tryAgainAndAgain(String person, CountDownLatch arrived) {
        try (var service = new KeptConnection(servicePort);
                var atClever = new KeptConnection(clever.port())) {
            do {
                tryOnce(new VirtualBrowser(service, atClever, person), arrived);
            } while (!over.await(RETRY_SECONDS, TimeUnit.SECONDS));
        } catch (IOException e) {
            answers.merge("line lost", 1, Integer::sum);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryOnce(VirtualBrowser browser, CountDownLatch arrived) {
        try {
            var back = browser.authorize(browser.start());
            arrived.countDown();
            answers.merge("callback " + browser.callbackStatus(back), 1, Integer::sum);
        } catch (IOException e) {
            arrived.countDown();
            answers.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
        }
    }
}
