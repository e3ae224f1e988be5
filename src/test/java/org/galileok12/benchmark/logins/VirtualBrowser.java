package org.galileok12.benchmark.logins;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.galileok12.benchmark.logins.KeptConnection.Reply;
import org.galileok12.simulator.SignIn;

/**
 * A browser without a past, in which one person, who is signed in to Clever, signs in: the service's start, Clever, the callback,
 * the page that hands over. Each step throws when the answer is not the one of a login that goes well.
 */
final class VirtualBrowser {

    static final String START = "/oauth2/authorization/clever";
    static final String CALLBACK = "/login/oauth2/code/clever";
    static final String LANDING = "/signing-in";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final KeptConnection service;
    private final KeptConnection clever;
    private final String atClever;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    VirtualBrowser(KeptConnection service, KeptConnection clever, String person) {
        this.service = service;
        this.clever = clever;
        this.atClever = SignIn.sessionOf(person);
    }

    /** Where the service sends the browser: Clever's path and query. */
    String start() throws IOException {
        return sent("start", get(START), "/oauth/authorize?");
    }

    /** Where Clever sends the browser back to: the callback's path and query, with a code that nobody has used. */
    String authorize(String toClever) throws IOException {
        return sent("authorize", clever.get(toClever, atClever), CALLBACK + "?");
    }

    void callback(String path) throws IOException {
        sent("callback", get(path), LANDING);
    }

    /** Only to be waited for: the answer when Clever hangs. */
    int callbackStatus(String path) throws IOException {
        return get(path).status();
    }

    /** The token that the page hands over. */
    String land() throws IOException {
        var page = get(LANDING);
        var token = TOKEN.matcher(page.body());
        if (page.status() != 200 || !token.find()) {
            throw new LoginFailed("landing", page.status());
        }
        return token.group(1);
    }

    private Reply get(String path) throws IOException {
        var reply = service.get(path, cookieHeader());
        for (var cookie : reply.cookies()) {
            var pair = cookie.replaceFirst(";.*", "").split("=", 2);
            if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return reply;
    }

    private String cookieHeader() {
        var header = new StringBuilder();
        cookies.forEach((name, value) -> header.append(header.isEmpty() ? "" : "; ")
                .append(name)
                .append('=')
                .append(value));
        return header.toString();
    }

    private static String sent(String step, Reply reply, String to) throws LoginFailed {
        var target = reply.status() == 302 ? URI.create(reply.location()) : URI.create("");
        var path = target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        if (!path.startsWith(to)) {
            throw new LoginFailed(step, reply.status());
        }
        return path;
    }
}
