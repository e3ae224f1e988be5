package org.galileok12.clever;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.util.Timeout;

/**
 * Sets up the HTTP client behind the routes' {@code http} steps: our time limits, no redirects, no cookies, no retries
 * of its own (the routes retry), and the three links of the chain around every call.
 */
final class CleverHttpClient implements HttpClientConfigurer {

    private final CleverProperties clever;
    private final HttpClientConnectionManager connections;
    private final ExecChainHandler signed;
    private final ExecChainHandler bounded;
    private final ExecChainHandler withheld;

    CleverHttpClient(
            CleverProperties clever,
            HttpClientConnectionManager connections,
            SignedCall signed,
            BoundedCall bounded,
            TokensWithheld withheld) {
        this.clever = clever;
        this.connections = connections;
        this.signed = signed;
        this.bounded = bounded;
        this.withheld = withheld;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.setConnectionManager(connections)
                .setConnectionManagerShared(true)
                .setDefaultRequestConfig(limits())
                .setUserAgent(clever.userAgent())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                // The last one added is the outermost.
                .addExecInterceptorFirst("signed", signed)
                .addExecInterceptorFirst("bounded", bounded)
                .addExecInterceptorFirst("withheld", withheld);
    }

    @SuppressWarnings("deprecation") // The connection pool has one setting for all; this one is ours alone.
    private RequestConfig limits() {
        return RequestConfig.custom()
                .setConnectTimeout(Timeout.of(clever.connectTimeout()))
                .setConnectionRequestTimeout(Timeout.of(clever.callDeadline()))
                .setResponseTimeout(Timeout.of(clever.readTimeout()))
                .build();
    }
}
