package org.galileok12.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser without cookies and an application, both plain, which sign somebody in to a local Clever for its own tests. */
final class SigningIn {

    static final String BACK = "https://galileo.example/login/oauth2/code/clever";

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalClever clever;

    SigningIn(LocalClever clever) {
        this.clever = clever;
    }

    /** The authorize request with everything in order, and some parameters more or other; "" takes one away. */
    HttpResponse<String> authorize(Map<String, String> other, String... headers) {
        Map<String, String> parameters = new java.util.TreeMap<>(Map.of(
                "response_type", "code", "client_id", LocalClever.CLIENT_ID, "redirect_uri", BACK, "state", "s&t/t+e"));
        parameters.putAll(other);
        parameters.values().removeIf(String::isEmpty);
        return get("/oauth/authorize?" + form(parameters), headers);
    }

    /** The address that the browser is sent back to, taken apart. */
    Map<String, String> returned(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("location").orElse("");
        if (!location.startsWith(BACK + "?")) {
            throw new IllegalStateException("The browser was not sent back but to '" + location + "'.");
        }
        return SignInRequest.parsed(location.substring(BACK.length() + 1));
    }

    String code(Map<String, String> other) {
        return returned(authorize(other)).getOrDefault("code", "");
    }

    HttpResponse<String> exchange(String code, String... more) {
        Map<String, String> form =
                new java.util.TreeMap<>(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", BACK));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return post("application/x-www-form-urlencoded", form(form), basic());
    }

    HttpResponse<String> post(String type, String body, String authorization) {
        return sent(request("/oauth/tokens", "Content-Type", type, "Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> get(String path, String... headers) {
        return sent(request(path, headers).build());
    }

    HttpResponse<String> submit(String path, Map<String, String> fields, String... headers) {
        return sent(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build());
    }

    /** A token for whomever the local Clever signs in. */
    String token() {
        return Asking.parsed(exchange(code(Map.of())).body())
                .path("access_token")
                .asText();
    }

    /** The header (0) or the claims (1) of an answer's id_token. */
    JsonNode part(String answer, int index) {
        String token = Asking.parsed(answer).path("id_token").asText();
        byte[] part = Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]);
        return Asking.parsed(new String(part, StandardCharsets.UTF_8));
    }

    static String basic() {
        return Asking.basic(LocalClever.CLIENT_ID, LocalClever.CLIENT_SECRET);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(clever.url() + path)).timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("The local Clever broke off.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted.", e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
