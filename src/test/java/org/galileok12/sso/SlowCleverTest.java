package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.simulator.SignInCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;

/** Clever cannot be reached, hangs, dribbles, or is somebody else. */
@Timeout(90)
class SlowCleverTest extends SsoScenario {

    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private final ExecutorService people = Executors.newCachedThreadPool();

    @AfterEach
    void leave() {
        people.shutdownNow();
    }

    @Test
    void s31_a_clever_that_cannot_be_reached_is_told_at_once() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        try (var node = node("--clever.oauth-url=http://localhost:" + nobody)) {
            var started = System.nanoTime();

            var answer = callback(browser.at(portOf(node)));

            attempts.shown(answer, Reason.CLEVER_DOWN);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(DEADLINE);
            assertThat(lastReason()).isEqualTo("clever_down");
        }
    }

    @Test
    void s32_hundred_logins_that_hang_keep_nobody_else_waiting() {
        CLEVER.signIn().on(SignInCall.TOKEN).hanging().times(100);
        try (var node = node("--galileo.sso.deadline=20s")) {
            var here = portOf(node);
            var hanging = logins(100, here);
            Awaitility.await().until(() -> CLEVER.signIn().calls(SignInCall.TOKEN) == 100);

            assertThat(new Browser("http://localhost:" + managementPortOf(node), managementPortOf(node))
                            .get("/actuator/health", "Accept", "application/json")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(node.getBean(DistrictSync.class)
                            .sync(district.id(), false, Progress.NONE)
                            .outcome())
                    .isEqualTo(Outcome.DONE);
            var other = browser.at(here);
            signIn(other);
            assertThat(hanging).noneMatch(CompletableFuture::isDone);

            var answers = hanging.stream().map(CompletableFuture::join).toList();
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(503);
        }
        assertThat(attempts.rows())
                .extracting(row -> row.get("reason"))
                .containsOnly("admitted", "clever_slow")
                .hasSize(101);
        assertThat(attempts.tokenCalls()).isEqualTo(101);
    }

    @Test
    void s33_an_answer_byte_by_byte_ends_at_the_deadline() {
        CLEVER.signIn().on(SignInCall.TOKEN).dribbled(60, Duration.ofSeconds(60));
        var started = System.nanoTime();

        attempts.refused(browser, browser.open(START), Reason.CLEVER_SLOW, 1);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(DEADLINE.plusSeconds(2));
    }

    @Test
    void s33_the_deadline_is_that_of_all_calls_together() {
        for (var call : List.of(SignInCall.TOKEN, SignInCall.ME, SignInCall.USER)) {
            CLEVER.signIn().on(call).delayed(Duration.ofMillis(1_500));
        }
        var started = System.nanoTime();

        attempts.refused(browser, browser.open(START), Reason.CLEVER_SLOW, 1);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(DEADLINE.plusSeconds(2));
    }

    @Test
    void s38_a_server_whose_certificate_nobody_vouches_for_gets_neither_code_nor_secret() {
        var impostor = new WireMockServer(WireMockConfiguration.options()
                .httpDisabled(true)
                .dynamicHttpsPort()
                .bindAddress("127.0.0.1"));
        impostor.start();
        try (var node = node("--clever.oauth-url=https://localhost:" + impostor.httpsPort())) {

            var answer = callback(browser.at(portOf(node)));

            attempts.shown(answer, Reason.CLEVER_UNTRUSTED);
            assertThat(lastReason()).isEqualTo("clever_untrusted");
            attempts.operatorIsTold("certificate");
            assertThat(impostor.getAllServeEvents()).isEmpty();
        } finally {
            impostor.stop();
        }
    }

    @Test
    void when_nobody_gets_through_one_login_too_many_is_told_at_once_to_come_back() {
        try (var node = node("--galileo.sso.logins-at-once=2")) {
            var here = portOf(node);
            CLEVER.signIn().on(SignInCall.TOKEN).hanging().times(2);
            var hanging = logins(2, here);
            Awaitility.await().until(() -> CLEVER.signIn().calls(SignInCall.TOKEN) == 2);
            var third = browser.at(here);
            // For a second somebody may still get through.
            var turnedAway = Awaitility.await()
                    .until(() -> third.get(START), answer -> answer.statusCode() == Reason.TOO_BUSY.status());

            attempts.shown(turnedAway, Reason.TOO_BUSY);
            assertThat(turnedAway.headers().firstValue("Retry-After")).isPresent();
            assertThat(third.get("/login").statusCode()).isEqualTo(200);
            hanging.forEach(CompletableFuture::join);
            third.open(START);
            assertThat(signedInAs(third)).isEqualTo(nameOf(student));
        }
    }

    @Test
    void while_others_get_through_a_crowd_waits_its_turn() {
        try (var node = node("--galileo.sso.logins-at-once=4")) {
            var answers = logins(16, portOf(node)).stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
            assertThat(attempts.rows())
                    .extracting(row -> row.get("reason"))
                    .hasSize(16)
                    .containsOnly("admitted");
        }
    }

    private List<CompletableFuture<HttpResponse<String>>> logins(int count, int at) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> newBrowser().at(at).open(START), people))
                .toList();
    }

    /** Comes back from a Clever that this test's browser never saw. */
    private static HttpResponse<String> callback(Browser someone) {
        var toClever = String.valueOf(someone.location(someone.get(START)));
        return someone.get(CALLBACK + "?code=some-code-1234&" + toClever.replaceFirst(".*[?&](state=[^&]*).*", "$1"));
    }

    private static int managementPortOf(ConfigurableApplicationContext node) {
        return node.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    private @Nullable Object lastReason() {
        return attempts.rows().get(0).get("reason");
    }
}
