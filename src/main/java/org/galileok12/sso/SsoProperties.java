package org.galileok12.sso;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Guarantees usable settings of single sign-on, or that it is off; a wrong one fails at start with one sentence. Defaults and
 * environment variables are in {@code application.yaml}.
 *
 * @param publicUrl where browsers reach this service: scheme, host and perhaps a port
 * @param loginUrl the product's login address; blank: single sign-on is off on this node
 * @param keys PEM files; the first signs, all are published
 * @param oidc whether Clever gives the app an id_token
 * @param plainHttp cookies without Secure, for http://localhost only
 * @param sessionIdle after so long without a request a session ends
 * @param sessionMax after so long it ends in any case
 * @param pendingTime how long Clever's answer is waited for
 * @param pendingPerBrowser logins that a browser may have under way
 * @param loginsAtOnce logins that may be in hand at the same moment
 * @param loginsWaiting how many more may wait for one of these places; both together are fewer than the port has threads
 * @param connectTimeout longest wait for a connection to Clever
 * @param deadline longest time that all calls of one login may take together, without those for Clever's keys
 * @param keysTimeout longest time of one call for Clever's keys, which are for all logins and not one login's
 * @param maxBody largest answer of Clever
 */
@ConfigurationProperties("galileo.sso")
record SsoProperties(
        String publicUrl,
        String loginUrl,
        @Nullable List<Path> keys,
        boolean oidc,
        boolean plainHttp,
        Duration sessionIdle,
        Duration sessionMax,
        Duration pendingTime,
        int pendingPerBrowser,
        int loginsAtOnce,
        int loginsWaiting,
        Duration connectTimeout,
        Duration deadline,
        Duration keysTimeout,
        DataSize maxBody) {

    static final String CALLBACK = "/login/oauth2/code/clever";

    /** For pages, the API and whoever is turned away. */
    static final int THREADS_LEFT = 20;

    private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");

    SsoProperties {
        publicUrl = publicUrl.strip().replaceAll("/$", "");
        loginUrl = loginUrl.strip();
        keys = keys == null ? List.of() : List.copyOf(keys);
        if (!loginUrl.isEmpty()) {
            address("GALILEO_PUBLIC_URL", publicUrl, plainHttp);
            check(
                    URI.create(publicUrl).getRawPath().isEmpty(),
                    "GALILEO_PUBLIC_URL is '" + publicUrl
                            + "'. It must be scheme, host and perhaps a port, such as https://clever.example.org.");
            address("GALILEO_LOGIN_URL", loginUrl, true);
            positive("galileo.sso.session-idle", sessionIdle);
            positive("galileo.sso.session-max", sessionMax);
            positive("galileo.sso.pending-time", pendingTime);
            positive("galileo.sso.connect-timeout", connectTimeout);
            positive("galileo.sso.deadline", deadline);
            positive("galileo.sso.keys-timeout", keysTimeout);
            check(
                    !plainHttp || publicUrl.startsWith("http:"),
                    "GALILEO_SSO_PLAIN_HTTP is 'true', but GALILEO_PUBLIC_URL is '" + publicUrl
                            + "'. Cookies without Secure are for http://localhost only: leave GALILEO_SSO_PLAIN_HTTP unset.");
            check(
                    pendingPerBrowser >= 1 && loginsAtOnce >= 1 && loginsWaiting >= 0,
                    "galileo.sso.pending-per-browser and galileo.sso.logins-at-once must be 1 or more, and"
                            + " galileo.sso.logins-waiting 0 or more.");
        }
    }

    /** @throws IllegalStateException when logins could take all threads of the port */
    void requireFewerThan(int threads) {
        if (isOn() && loginsAtOnce + loginsWaiting + THREADS_LEFT > threads) {
            throw new IllegalStateException(
                    ("galileo.sso.logins-at-once is %d and galileo.sso.logins-waiting %d, but server.tomcat.threads.max"
                                    + " is %d. Logins must leave %d threads for everything else.")
                            .formatted(loginsAtOnce, loginsWaiting, threads, THREADS_LEFT));
        }
    }

    boolean isOn() {
        return !loginUrl.isEmpty();
    }

    /** Where Clever sends people back to, whatever address they came by. */
    String redirectUri() {
        return publicUrl + CALLBACK;
    }

    /** The site that the hand-off is posted to: scheme, host and port. */
    String productOrigin() {
        var url = URI.create(loginUrl);
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    private static void address(String name, String url, boolean plainHttp) {
        var uri = read(url);
        check(
                uri != null
                        && uri.getHost() != null
                        && uri.getUserInfo() == null
                        && uri.getQuery() == null
                        && uri.getFragment() == null
                        && ("https".equals(uri.getScheme()) || plainHttp && isLocal(uri)),
                name + (url.isEmpty() ? " is not set." : " is '" + url + "'.")
                        + " Single sign-on needs an address that begins with https:// (http:// only for localhost, and for"
                        + " GALILEO_PUBLIC_URL only with GALILEO_SSO_PLAIN_HTTP=true).");
    }

    private static boolean isLocal(URI uri) {
        return "http".equals(uri.getScheme()) && LOCAL.contains(uri.getHost());
    }

    private static @Nullable URI read(String url) {
        try {
            return url.isEmpty() ? null : URI.create(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void positive(String name, Duration duration) {
        check(
                !duration.isNegative() && !duration.isZero() && duration.compareTo(Duration.ofDays(30)) <= 0,
                name + " is " + duration.toMillis() + " ms. It must be more than nothing and at most 30 days.");
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
