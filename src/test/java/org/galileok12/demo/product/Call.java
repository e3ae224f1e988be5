package org.galileok12.demo.product;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One request to the product and its answer, which no browser, proxy or search engine keeps. */
final class Call {

    private static final String COOKIE = "galileo-product";
    private static final int LONGEST_FORM = 16_000;
    private static final List<String> HEADERS = List.of(
            "Cache-Control: no-store",
            "Referrer-Policy: no-referrer",
            "X-Content-Type-Options: nosniff",
            "Content-Security-Policy: default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");

    private final HttpExchange exchange;

    Call(HttpExchange exchange) {
        this.exchange = exchange;
        HEADERS.forEach(header -> {
            var colon = header.indexOf(':');
            exchange.getResponseHeaders().set(header.substring(0, colon), header.substring(colon + 2));
        });
    }

    /** {@code GET /classes/7}. */
    String request() {
        return exchange.getRequestMethod() + " " + path();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    @Nullable String session() {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(header -> List.of(header.split(";")).stream())
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .map(cookie -> cookie.substring(COOKIE.length() + 1))
                .findFirst()
                .orElse(null);
    }

    /** A product on HTTPS names it {@code __Host-…} and adds Secure. */
    void session(String id) {
        exchange.getResponseHeaders().add("Set-Cookie", COOKIE + "=" + id + "; Path=/; HttpOnly; SameSite=Lax");
    }

    void clearSession() {
        exchange.getResponseHeaders().add("Set-Cookie", COOKIE + "=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    }

    /** Whether a page of that site posted the form: browsers say so, and no page can make them say otherwise. */
    boolean comesFrom(String site) {
        var uri = URI.create(site);
        var origin = uri.getScheme() + "://" + uri.getAuthority();
        return origin.equals(exchange.getRequestHeaders().getFirst("Origin"));
    }

    /** A field of the form; blank when there is none or the form is too long. */
    String form(String field) throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(LONGEST_FORM);
        if (bytes.length == LONGEST_FORM) {
            return "";
        }
        return List.of(new String(bytes, StandardCharsets.US_ASCII).split("&")).stream()
                .filter(pair -> pair.startsWith(field + "="))
                .map(pair -> decoded(pair.substring(field.length() + 1)))
                .findFirst()
                .orElse("");
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    void redirect(String path) throws IOException {
        exchange.getResponseHeaders().set("Location", path);
        exchange.sendResponseHeaders(303, -1);
    }

    void page(int status, String html) throws IOException {
        send(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    void style() throws IOException {
        try (var file = Objects.requireNonNull(Call.class.getResourceAsStream("style.css"))) {
            send(200, "text/css; charset=utf-8", file.readAllBytes());
        }
    }

    private void send(int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
