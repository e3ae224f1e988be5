package org.galileok12.sso;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Acts as a person's browser in front of one node: cookies of its own for each site, redirects only when told to. What it sends to
 * the public address arrives at the node, as through a proxy that ends TLS.
 */
final class Browser {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Pattern SECRET = Pattern.compile("[?&](?:code|state|nonce|code_challenge)=([^&#]{8,})");
    private static final int REDIRECTS = 10;

    private final String publicUrl;
    private final String node;
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final List<String> visited = new CopyOnWriteArrayList<>();
    private boolean takesCookies = true;

    Browser(String publicUrl, int port) {
        this.publicUrl = publicUrl;
        this.node = "http://localhost:" + port;
    }

    Browser withoutCookies() {
        takesCookies = false;
        return this;
    }

    /** The same browser, whose requests another node gets. */
    Browser at(int port) {
        var other = new Browser(publicUrl, port);
        other.cookies.putAll(cookies);
        return other;
    }

    /** One request, of a path of ours or a whole address; a redirect is not followed. */
    HttpResponse<String> get(String address, String... headers) {
        return send("GET", address, "", headers);
    }

    HttpResponse<String> post(String address, String form, String... headers) {
        return send("POST", address, form, headers);
    }

    /** A click: follows every redirect to its end. */
    HttpResponse<String> open(String address) {
        return follow(get(address));
    }

    HttpResponse<String> follow(HttpResponse<String> answer) {
        var last = answer;
        for (var i = 0; i < REDIRECTS; i++) {
            var next = location(last);
            if (next == null) {
                return last;
            }
            last = get(next);
        }
        throw new IllegalStateException("The browser was sent on more than " + REDIRECTS + " times.");
    }

    /** Where an answer sends on to, as an absolute address; null when it does not. */
    @Nullable String location(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 3) {
            return null;
        }
        var target = answer.headers().firstValue("Location").orElseThrow();
        var at = answer.uri().toString().startsWith(node)
                ? publicUrl + "/"
                : answer.uri().toString();
        return URI.create(at).resolve(target).toString();
    }

    HttpResponse<String> send(String method, String address, String form, String... headers) {
        var whole = address.startsWith("/") ? publicUrl + address : address;
        visited.add(whole);
        var ours = whole.startsWith(publicUrl);
        var site = ours ? publicUrl : URI.create(whole).getAuthority();
        var request = HttpRequest.newBuilder(URI.create(ours ? node + whole.substring(publicUrl.length()) : whole))
                .timeout(Duration.ofSeconds(180))
                .header("Accept", "text/html");
        if (method.equals("POST")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        request.method(method, form.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(form));
        var known = cookies.getOrDefault(site, Map.of());
        if (!known.isEmpty()) {
            request.header(
                    "Cookie",
                    known.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        for (var i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        var answer = sent(request.build());
        if (takesCookies) {
            answer.headers().allValues("Set-Cookie").forEach(line -> take(site, line));
        }
        return answer;
    }

    private static HttpResponse<String> sent(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("The browser got no answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted.", e);
        }
    }

    private void take(String site, String line) {
        var pair = line.split(";", 2)[0];
        var equals = pair.indexOf('=');
        var jar = cookies.computeIfAbsent(site, key -> new TreeMap<>());
        if (line.matches("(?i).*;\\s*max-age=0\\b.*")) {
            jar.remove(pair.substring(0, equals));
        } else {
            jar.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    /** Ours of this name; null when there is none. */
    @Nullable String cookie(String name) {
        return cookies.getOrDefault(publicUrl, Map.of()).get(name);
    }

    void setCookie(String name, String value) {
        cookies.computeIfAbsent(publicUrl, key -> new TreeMap<>()).put(name, value);
    }

    /** One of another site's, such as Clever's own session. */
    void setCookieOf(String url, String pair) {
        var equals = pair.indexOf('=');
        cookies.computeIfAbsent(URI.create(url).getAuthority(), key -> new TreeMap<>())
                .put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    /** Every address it asked for, in order. */
    List<String> visited() {
        return List.copyOf(visited);
    }

    /** What passed through its address bar and jar that no log may hold. */
    List<String> secrets() {
        var found = new ArrayList<String>();
        visited.forEach(address -> SECRET.matcher(address).results().forEach(match -> found.add(match.group(1))));
        cookies.getOrDefault(publicUrl, Map.of()).values().stream()
                .filter(value -> value.length() > 8)
                .forEach(found::add);
        return found;
    }
}
