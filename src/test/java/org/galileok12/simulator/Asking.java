package org.galileok12.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A plain client of the local Clever for its own tests: it follows links and believes what it reads. */
final class Asking {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    Asking(LocalClever clever) {
        this.url = clever.url();
    }

    HttpResponse<String> get(String path, String authorization) {
        try {
            return tryGet(path, authorization);
        } catch (IOException e) {
            throw new UncheckedIOException("The local Clever broke off.", e);
        }
    }

    HttpResponse<String> tryGet(String path, String authorization) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", authorization)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted.", e);
        }
    }

    JsonNode json(String path, String token) {
        HttpResponse<String> answer = get(path, "Bearer " + token);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return parsed(answer.body());
    }

    /** The inner objects of a whole collection, page after page. */
    List<JsonNode> walk(String path, String token) {
        List<JsonNode> records = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            JsonNode page = json(next, token);
            page.path("data").forEach(item -> records.add(item.path("data")));
            next = link(page, "next");
        }
        return records;
    }

    static String link(JsonNode page, String rel) {
        for (JsonNode link : page.path("links")) {
            if (link.path("rel").asText().equals(rel)) {
                return link.path("uri").asText();
            }
        }
        return "";
    }

    static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode parsed(String text) {
        try {
            return PageWriter.JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("The local Clever answered no JSON.", e);
        }
    }
}
