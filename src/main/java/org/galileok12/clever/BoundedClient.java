package org.galileok12.clever;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Settings of an HTTP client of its own, whose calls to Clever end in time and in bounded memory, follow no redirect and are
 * never repeated. A call that fails throws a {@link CleverException}.
 *
 * @param connections how many it may have to one server at a time
 * @param connectTimeout longest wait for a connection
 * @param maxBytes largest answer
 * @param userAgent what it calls itself
 */
public record BoundedClient(int connections, Duration connectTimeout, long maxBytes, String userAgent) {

    /**
     * A new client, to be closed by the caller.
     *
     * @param alarms closes connections under calls that last too long
     * @param deadline asked at the beginning of each call: how long it may last in all
     */
    public CloseableHttpClient open(ScheduledExecutorService alarms, Supplier<Duration> deadline) {
        return HttpClients.custom()
                .setConnectionManager(pool())
                .setUserAgent(userAgent)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .addExecInterceptorFirst("bounded", new BoundedCall(alarms, deadline, maxBytes))
                .build();
    }

    private HttpClientConnectionManager pool() {
        var http = Http1Config.custom()
                .setMaxHeaderCount(200)
                .setMaxLineLength(16 * 1024)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connectTimeout))
                        // A kept connection that the server has closed meanwhile would cost a login: nothing is
                        // repeated.
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .setMaxConnPerRoute(connections)
                .setMaxConnTotal(2 * connections)
                .build();
    }
}
