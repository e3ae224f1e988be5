package org.galileok12.clever;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Guarantees usable settings for every call to Clever; a wrong one fails at start with one sentence. Defaults and
 * environment variables are in {@code application.yaml}.
 *
 * @param clientId our app's id at Clever
 * @param clientSecret our app's secret; never logged
 * @param apiUrl scheme, host and port of the data API
 * @param oauthUrl scheme, host and port of the token list
 * @param apiVersion {@code v3.0} or {@code v3.1}
 * @param pageSize records a page, 1 to 10000
 * @param maxPages pages a collection may have before we call it endless
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest silence while an answer is read
 * @param callDeadline longest time of one attempt in all
 * @param maxBody largest answer, decompressed
 * @param retries attempts after the first one, for failures of Clever or the network
 * @param contractRetries attempts after the first one, for a 200 that is not a list
 * @param retryDelay first pause between attempts; doubles each time
 * @param retryMaxDelay longest pause between attempts
 * @param maxWait longest time one call may spend waiting for Clever's rate limit
 * @param parkAfter longest time that a call of a scheduled run may hold its thread for the rate limit
 * @param userAgent what we call ourselves
 */
@ConfigurationProperties("clever")
public record CleverProperties(
        String clientId,
        String clientSecret,
        URI apiUrl,
        URI oauthUrl,
        String apiVersion,
        int pageSize,
        int maxPages,
        Duration connectTimeout,
        Duration readTimeout,
        Duration callDeadline,
        DataSize maxBody,
        int retries,
        int contractRetries,
        Duration retryDelay,
        Duration retryMaxDelay,
        Duration maxWait,
        Duration parkAfter,
        String userAgent) {

    private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final DataSize LARGEST_BODY = DataSize.ofMegabytes(1024);

    public CleverProperties {
        given("CLEVER_CLIENT_ID", clientId);
        given("CLEVER_CLIENT_SECRET", clientSecret);
        server("CLEVER_API_URL", apiUrl);
        server("CLEVER_OAUTH_URL", oauthUrl);
        check(
                Set.of("v3.0", "v3.1").contains(apiVersion),
                "CLEVER_API_VERSION is '" + apiVersion + "'. Known: v3.0, v3.1.");
        check(
                pageSize >= 1 && pageSize <= 10_000,
                "clever.page-size is " + pageSize + ". Clever permits 1 to 10000 records a page.");
        check(maxPages >= 1, "clever.max-pages is " + maxPages + ". It must be 1 or more.");
        check(retries >= 0, "clever.retries is " + retries + ". It must be 0 or more.");
        check(contractRetries >= 0, "clever.contract-retries is " + contractRetries + ". It must be 0 or more.");
        check(
                maxBody.toBytes() > 0 && maxBody.compareTo(LARGEST_BODY) <= 0,
                "clever.max-body is " + maxBody + ". It must be between 1B and 1024MB.");
        positive("clever.connect-timeout", connectTimeout);
        positive("clever.read-timeout", readTimeout);
        positive("clever.call-deadline", callDeadline);
        positive("clever.retry-delay", retryDelay);
        positive("clever.retry-max-delay", retryMaxDelay);
        positive("clever.max-wait", maxWait);
        positive("clever.park-after", parkAfter);
    }

    private static void given(String name, @Nullable String value) {
        check(
                value != null && !value.isBlank(),
                name + " is not set. It is shown in Clever's dashboard under Settings.");
    }

    private static void server(String name, URI url) {
        check(
                url.getHost() != null
                        && url.getUserInfo() == null
                        && url.getQuery() == null
                        && url.getFragment() == null
                        && Set.of("", "/").contains(url.getPath()),
                name + " is '" + url
                        + "'. It must be scheme, host and perhaps a port, such as https://api.clever.com.");
        check(
                "https".equals(url.getScheme()) || "http".equals(url.getScheme()) && LOCAL.contains(url.getHost()),
                name + " is '" + url + "'. It must begin with https:// (http:// only for 127.0.0.1 and localhost).");
    }

    private static void positive(String name, Duration duration) {
        check(
                !duration.isNegative() && !duration.isZero() && duration.compareTo(Duration.ofDays(1)) <= 0,
                name + " is " + duration.toMillis() + " ms. It must be more than nothing and at most a day.");
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** Leaves out the credentials. */
    @Override
    public String toString() {
        return "Clever " + apiVersion + " at " + apiUrl;
    }
}
