package org.galileok12.clever;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the beans that {@code routes/clever-*.camel.yaml} name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CleverProperties.class)
public class CleverConfiguration {

    private static final int CONNECTIONS = 64;

    @Bean
    CleverTokens cleverTokens() {
        return new CleverTokens();
    }

    @Bean
    TokenList cleverTokenList(CleverTokens tokens, CleverProperties clever) {
        return new TokenList(tokens, clever.oauthUrl());
    }

    @Bean
    TokenInfo cleverTokenInfo(CleverProperties clever, CallCount calls) {
        return new TokenInfo(clever.clientId(), calls);
    }

    @Bean
    CleverPages cleverPages(CleverProperties clever) {
        return new CleverPages(clever.apiUrl(), clever.maxPages());
    }

    @Bean
    RateLimit cleverRateLimit(ObjectProvider<Clock> clock, CleverProperties clever) {
        return new RateLimit(clock.getIfAvailable(Clock::systemUTC), clever.maxWait(), clever.parkAfter());
    }

    @Bean
    CallCount cleverCallCount(MeterRegistry meters) {
        return new CallCount(meters);
    }

    @Bean
    CleverAnswers cleverAnswers(RateLimit rateLimit, CallCount calls, ObjectProvider<Clock> clock) {
        return new CleverAnswers(rateLimit, calls, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    Retries cleverRetries(CleverProperties clever, CallCount calls) {
        return new Retries(clever, calls);
    }

    /** Reads Clever's JSON within limits of depth, length and number of tokens; not the application's own mapper. */
    @Bean(defaultCandidate = false)
    ObjectMapper cleverJson(CleverProperties clever) {
        var limits = StreamReadConstraints.builder()
                .maxDocumentLength(clever.maxBody().toBytes())
                .maxNestingDepth(100)
                .maxStringLength(1_000_000)
                .maxNameLength(1_000)
                .maxNumberLength(100)
                .maxTokenCount(5_000_000)
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** Closes connections under calls that last too long. */
    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    ScheduledThreadPoolExecutor cleverAlarms() {
        var alarms = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "clever-alarms");
            thread.setDaemon(true);
            return thread;
        });
        alarms.setRemoveOnCancelPolicy(true);
        return alarms;
    }

    /** Connections whose answers have bounded headers too. */
    @Bean(defaultCandidate = false)
    PoolingHttpClientConnectionManager cleverConnections() {
        var http = Http1Config.custom()
                .setMaxHeaderCount(200)
                .setMaxLineLength(16 * 1024)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http)
                        .build())
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(2 * CONNECTIONS)
                .build();
    }

    @Bean
    HttpClientConfigurer cleverHttpClient(
            CleverProperties clever,
            CleverTokens tokens,
            @Qualifier("cleverConnections") PoolingHttpClientConnectionManager connections,
            @Qualifier("cleverAlarms") ScheduledThreadPoolExecutor alarms,
            @Qualifier("cleverJson") ObjectMapper json) {
        var calls = new Calls(clever.apiUrl(), clever.oauthUrl(), clever.apiVersion());
        return new CleverHttpClient(
                clever,
                connections,
                new SignedCall(calls, tokens, clever.clientId(), clever.clientSecret()),
                new BoundedCall(alarms, clever.callDeadline(), clever.maxBody().toBytes()),
                new TokensWithheld(tokens, json));
    }
}
