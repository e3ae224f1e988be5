package org.galileok12.benchmark.logins;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Counts what is asked of a local Clever in another JVM when people sign in, and lets the exchange of codes hang. */
final class SignInControl {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/__local/sign-in";

    private final int port;

    SignInControl(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    void hang() throws IOException {
        post("?hang=TOKEN");
    }

    /** Answers again, and counts from 0. */
    void heal() throws IOException {
        post("?hang=none");
    }

    /** The service's calls since then, by login: {@code token 1.0, me 1.0, user 1.0}. The browser's own visit is not among them. */
    String callsPerLogin(int logins) throws IOException {
        var counts = JSON.readTree(post(""));
        return StreamSupport.stream(counts.properties().spliterator(), false)
                .filter(each ->
                        !each.getKey().equals("AUTHORIZE") && each.getValue().asInt() > 0)
                .map(each -> String.format(
                        Locale.ENGLISH,
                        "%s %.1f",
                        each.getKey().toLowerCase(Locale.ROOT),
                        each.getValue().asDouble() / logins))
                .collect(Collectors.joining(", "));
    }

    private String post(String query) throws IOException {
        try (var connection = new KeptConnection(port)) {
            return connection.post(PATH + query, "none", "").body();
        }
    }
}
