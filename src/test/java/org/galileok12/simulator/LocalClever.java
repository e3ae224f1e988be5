package org.galileok12.simulator;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Serves Clever's token list and list endpoints on 127.0.0.1 over districts that a test can change at any time, and signs
 * their people in.
 *
 * <p>Answers are made at the moment of the request: there is no stub per page. Every request is recorded. Faults are
 * told by collection and page, see {@link #onPage}. Thread safe; one server can serve a whole test class, with {@link
 * #reset} between tests.
 */
public final class LocalClever implements AutoCloseable {

    public static final String CLIENT_ID = "local-client";
    public static final String CLIENT_SECRET = "local-secret";

    private final CleverAnswers answers;
    private final WireMockServer server;

    private LocalClever(int port, Clock clock) {
        answers = new CleverAnswers(clock, CLIENT_ID, CLIENT_SECRET);
        server = new WireMockServer(WireMockConfiguration.options()
                .port(port)
                .bindAddress("127.0.0.1")
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .containerThreads(24)
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(8)
                .extensions(answers));
        server.start();
        answers.signIn.servedAt(url());
        server.stubFor(
                WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse().withTransformers(CleverAnswers.NAME)));
    }

    /** On a free port. */
    public static LocalClever start() {
        return start(0);
    }

    public static LocalClever start(int port) {
        return start(port, Clock.systemUTC());
    }

    /** With a clock of the caller's, by which the rate limit's windows end. */
    public static LocalClever start(int port, Clock clock) {
        return new LocalClever(port, clock);
    }

    /** The address of both the API and the token list, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.port();
    }

    /** The district of this name: made on first use, with ids that depend only on the name and the order of making. */
    public SchoolDistrict district(String name) {
        SchoolDistrict made = new SchoolDistrict(name);
        ServedDistrict before = answers.districts.putIfAbsent(made.id(), made);
        return before == null ? made : (SchoolDistrict) before;
    }

    /** Serves a generated district beside the others; it replaces one of the same id. */
    public GeneratedDistrict serve(GeneratedDistrict district) {
        answers.districts.put(district.id(), district);
        return district;
    }

    /** A fault on one page of a collection of any district; pages count from 1. Also for "districts" and "tokens". */
    public PageFault onPage(String collection, int page) {
        return answers.faults.add(collection, page);
    }

    /** A fault on whatever page of a collection is asked for next. */
    public PageFault onAnyPage(String collection) {
        return answers.faults.add(collection, 0);
    }

    /** Allows this many requests per token and window; one more gets 429. Clever's own limit is 1200 a minute. */
    public LocalClever rateLimit(int requests, Duration window) {
        answers.rate.limit(requests, window);
        return this;
    }

    /** Spreads the token list over pages of this many items. */
    public LocalClever tokensPerPage(int items) {
        answers.tokens.pageSize(items);
        return this;
    }

    /** How people sign in. */
    public SignIn signIn() {
        return answers.signIn;
    }

    /** Requests are not kept: for so many that memory counts. */
    public LocalClever withoutRecording() {
        answers.recording = false;
        return this;
    }

    /** What {@code POST /__local/variant?name=…} does and answers. */
    void onVariant(UnaryOperator<String> show) {
        answers.variant = show;
    }

    /** Every request so far, in the order of arrival. */
    public List<RecordedRequest> requests() {
        return List.copyOf(answers.requests);
    }

    /** The requests of one collection, such as "users" or "tokens". */
    public List<RecordedRequest> requests(String collection) {
        return requests().stream()
                .filter(request -> request.path().endsWith("/" + collection))
                .toList();
    }

    /** Forgets the requests, keeps the districts and faults. */
    public void forgetRequests() {
        answers.requests.clear();
    }

    /** Back to an empty Clever: no district, no fault, no request, the usual limits. */
    public void reset() {
        answers.districts.clear();
        answers.faults.clear();
        answers.requests.clear();
        answers.signIn.reset();
        answers.tokens.pageSize(Integer.MAX_VALUE);
        answers.rate.limit(1200, Duration.ofMinutes(1));
    }

    @Override
    public void close() {
        server.stop();
    }
}
