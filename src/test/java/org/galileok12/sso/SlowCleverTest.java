package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;

/** Clever cannot be reached, hangs, or dribbles. */
@Timeout(90)
class SlowCleverTest extends SsoScenario {

    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final int HUNG = 200;

    private final ExecutorService people = Executors.newCachedThreadPool();

    @AfterEach
    void leave() {
        people.shutdownNow();
    }

    @Test
    void s31_a_clever_at_whose_address_nobody_listens_is_told_at_once() throws IOException {
        try (var held = new Socket()) {
            // Ours, but not listened on: nobody else can take it meanwhile.
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            isOutOfReach("http://localhost:" + held.getLocalPort());
        }
    }

    @Test
    void s31_a_clever_whose_name_nobody_knows_is_told_at_once() {
        assumeTrue(
                timeOf(() -> lookUp("clever.invalid")).compareTo(Duration.ofSeconds(1)) < 0,
                "Skipped: this machine's name server does not answer at all.");
        isOutOfReach("https://clever.invalid");
    }

    private static void lookUp(String nobody) {
        assertThatThrownBy(() -> InetAddress.getByName(nobody)).isInstanceOf(UnknownHostException.class);
    }

    private void isOutOfReach(String clever) {
        try (var node = node("--clever.oauth-url=" + clever)) {
            // The first login of a node loads half of its classes; from then on the deadline counts.
            for (var longest : List.of(DEADLINE.plusSeconds(10), DEADLINE)) {
                var someone = newBrowser().at(portOf(node));
                watch(node);
                var started = System.nanoTime();

                var answer = callback(someone);

                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(longest);
                attempts.refused(someone, answer, Reason.CLEVER_DOWN, Asked.NOTHING);
            }
        }
    }

    @Test
    @Timeout(400)
    void s32_two_hundred_logins_that_hang_keep_nobody_else_waiting() {
        // For longer than the deadline, which leaves a slow machine time to have them all hang at once.
        CLEVER.signIn().on(SignInCall.TOKEN).delayed(Duration.ofMinutes(4)).times(HUNG);
        try (var node = node(
                "--galileo.sso.deadline=120s",
                "--galileo.sso.logins-at-once=" + (HUNG + 20),
                "--server.tomcat.threads.max=" + (HUNG + 80))) {
            var health = median(9, () -> health(node));
            var sync = median(3, () -> sync(node));
            var hanging = logins(HUNG, portOf(node));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(100))
                    .until(() -> CLEVER.signIn().calls(SignInCall.TOKEN) == HUNG);

            // Far more than noise, far less than a wait for somebody who hangs.
            assertThat(median(9, () -> health(node)))
                    .isLessThan(health.multipliedBy(3).plusMillis(500));
            assertThat(median(3, () -> sync(node)))
                    .isLessThan(sync.multipliedBy(3).plusSeconds(2));
            signIn(newBrowser().at(portOf(node)));
            assertThat(hanging).noneMatch(CompletableFuture::isDone);

            assertThat(hanging.stream().map(CompletableFuture::join))
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(503);
        }
        assertThat(attempts.rows())
                .extracting(row -> row.get("reason"))
                .containsOnly("admitted", "clever_slow")
                .hasSize(HUNG + 1);
        assertThat(attempts.asked()).isEqualTo(new Asked(HUNG + 1, 1, 1, 0, 0));
    }

    private static Duration median(int times, Runnable work) {
        // The first time counts for nobody: it is the slowest anywhere.
        work.run();
        return IntStream.range(0, times)
                .mapToObj(i -> timeOf(work))
                .sorted()
                .toList()
                .get(times / 2);
    }

    private static Duration timeOf(Runnable work) {
        var started = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static void health(ConfigurableApplicationContext node) {
        var management = managementPortOf(node);
        assertThat(new Browser("http://localhost:" + management, management)
                        .get("/actuator/health", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(200);
    }

    private void sync(ConfigurableApplicationContext node) {
        assertThat(node.getBean(DistrictSync.class)
                        .sync(district.id(), false, Progress.NONE)
                        .outcome())
                .isEqualTo(Outcome.DONE);
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
        // Each is in time; only together they are not.
        CLEVER.signIn().on(SignInCall.TOKEN).delayed(Duration.ofSeconds(1));
        CLEVER.signIn().on(SignInCall.ME).delayed(DEADLINE.minusMillis(300));
        var started = System.nanoTime();

        attempts.refused(browser, browser.open(START), Reason.CLEVER_SLOW, Asked.TOKEN_AND_ME);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(DEADLINE.plusSeconds(2));
    }

    @Test
    void s68_when_nobody_gets_through_one_login_too_many_is_told_at_once_to_come_back() {
        try (var node = node("--galileo.sso.logins-at-once=2", "--galileo.sso.deadline=20s")) {
            var here = portOf(node);
            CLEVER.signIn().on(SignInCall.TOKEN).hanging().times(2);
            var hanging = logins(2, here);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> CLEVER.signIn().calls(SignInCall.TOKEN) == 2);
            var third = browser.at(here);
            watch(node);
            var silence = node.getBean(Silence.class);
            Awaitility.await().until(() -> silence.isLongerThan(Duration.ofSeconds(1)));

            var turnedAway = third.get(START);

            attempts.refusedUnwritten(third, turnedAway, Reason.TOO_BUSY);
            assertThat(turnedAway.headers().firstValue("Retry-After")).isPresent();
            assertThat(third.get("/login").statusCode()).isEqualTo(200);
            hanging.forEach(CompletableFuture::join);
            assertThat(silence.isLongerThan(Duration.ZERO)).isTrue();
            third.open(START);
            assertThat(signedInAs(third)).isEqualTo(nameOf(student));
            assertThat(silence.isLongerThan(Duration.ZERO)).isFalse();
        }
    }

    @Test
    void s68_while_others_get_through_a_crowd_waits_its_turn() {
        try (var node = node("--galileo.sso.logins-at-once=4")) {
            // The first login of a node loads half of its classes.
            signIn(newBrowser().at(portOf(node)));
            watch(node);
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
}
