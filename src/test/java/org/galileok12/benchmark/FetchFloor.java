package org.galileok12.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.galileok12.simulator.LocalClever;

/**
 * Fetches every page as a sync must, each collection by following its links and the collections side by side, and throws the
 * bytes away unread: no parsing, no rules, no database.
 */
final class FetchFloor {

    private static final List<String> COLLECTIONS = List.of("users", "sections", "courses", "terms", "schools");
    private static final int TAIL = 300;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final int pageSize;

    FetchFloor(String url, int pageSize) {
        this.url = url;
        this.pageSize = pageSize;
    }

    /** Seconds that it took. */
    double seconds() throws IOException, InterruptedException, ExecutionException {
        var bearer = "Bearer " + token();
        var threads = Executors.newFixedThreadPool(COLLECTIONS.size());
        try {
            var start = System.nanoTime();
            var walks = COLLECTIONS.stream()
                    .<Callable<Void>>map(collection -> () -> walk(collection, bearer))
                    .toList();
            for (var walk : threads.invokeAll(walks)) {
                walk.get();
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            threads.shutdownNow();
        }
    }

    private Void walk(String collection, String bearer) throws IOException, InterruptedException {
        var next = "/v3.1/" + collection + "?limit=" + pageSize;
        while (!next.isEmpty()) {
            var page = get(next, bearer);
            var tail = Math.min(TAIL, page.length);
            next = between(new String(page, page.length - tail, tail, StandardCharsets.UTF_8), "\"next\",\"uri\":\"");
        }
        return null;
    }

    private String token() throws IOException, InterruptedException {
        var credentials = LocalClever.CLIENT_ID + ":" + LocalClever.CLIENT_SECRET;
        var basic = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        var list = new String(get("/oauth/tokens?owner_type=district", basic), StandardCharsets.UTF_8);
        return between(list, "\"access_token\":\"");
    }

    private byte[] get(String path, String authorization) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", authorization)
                .build();
        var answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("The local Clever answered " + path + " with " + answer.statusCode() + ".");
        }
        return answer.body();
    }

    private static String between(String text, String mark) {
        var from = text.indexOf(mark);
        return from < 0 ? "" : text.substring(from + mark.length(), text.indexOf('"', from + mark.length()));
    }
}
