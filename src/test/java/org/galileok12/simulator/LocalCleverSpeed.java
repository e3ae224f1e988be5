package org.galileok12.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;

/**
 * Measures what a running {@link LocalCleverMain} serves: walks /users in several threads and throws the pages away.
 *
 * <p>Arguments: address, number of walkers.
 */
public final class LocalCleverSpeed {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final LongAdder pages = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    private LocalCleverSpeed(String url) {
        this.url = url;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int walkers = Integer.parseInt(arguments[1]);
        LocalCleverSpeed warmUp = new LocalCleverSpeed(arguments[0]);
        warmUp.run(walkers);
        LocalCleverSpeed speed = new LocalCleverSpeed(arguments[0]);
        long start = System.nanoTime();
        speed.run(walkers);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%d walkers: %d pages, %.0f MB in %.2f s: %.0f pages/s, %.0f records/s, %.0f MB/s%n",
                walkers,
                speed.pages.sum(),
                speed.bytes.sum() / 1e6,
                seconds,
                speed.pages.sum() / seconds,
                speed.pages.sum() * 2000 / seconds,
                speed.bytes.sum() / 1e6 / seconds);
    }

    private void run(int walkers) throws IOException, InterruptedException {
        String token = token();
        Thread[] threads = new Thread[walkers];
        for (int i = 0; i < walkers; i++) {
            threads[i] = new Thread(() -> walk(token), "walker-" + i);
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void walk(String token) {
        String next = "/v3.1/users?limit=2000";
        while (!next.isEmpty()) {
            byte[] page = get(next, "Bearer " + token);
            pages.increment();
            bytes.add(page.length);
            String links = new String(
                    page, Math.max(0, page.length - 300), Math.min(300, page.length), StandardCharsets.UTF_8);
            next = between(links, "\"next\",\"uri\":\"");
        }
    }

    private String token() {
        String basic = Asking.basic(LocalClever.CLIENT_ID, LocalClever.CLIENT_SECRET);
        String list = new String(get("/oauth/tokens?owner_type=district", basic), StandardCharsets.UTF_8);
        return between(list, "\"access_token\":\"");
    }

    private byte[] get(String path, String authorization) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", authorization)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The local Clever did not answer " + path + ".", e);
        }
    }

    private static String between(String text, String mark) {
        int from = text.indexOf(mark);
        return from < 0 ? "" : text.substring(from + mark.length(), text.indexOf('"', from + mark.length()));
    }
}
