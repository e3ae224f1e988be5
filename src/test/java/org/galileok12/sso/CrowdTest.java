package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** How many logins may take a thread, in hand or waiting, and who is told to come back. */
@Timeout(30)
class CrowdTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final FilterChain QUICK = (request, response) -> {};

    private final Silence silence = new Silence(System::nanoTime);
    private final AtomicInteger turnedAway = new AtomicInteger();

    @Test
    void who_finds_no_place_to_wait_takes_no_thread() throws Exception {
        var crowd = crowd(1, 0);
        try (var hung = hangsIn(crowd)) {
            assertThat(timeOf(() -> arrives(crowd, start(), QUICK))).isLessThan(AT_ONCE);
            assertThat(turnedAway).hasValue(1);
        }
    }

    @Test
    void a_place_that_becomes_free_is_the_waiting_ones() throws Exception {
        var crowd = crowd(1, 1);
        var waiting = new Thread(() -> arrives(crowd, start(), QUICK));
        try (var hung = hangsIn(crowd)) {
            waiting.start();
            Awaitility.await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        }

        waiting.join();
        assertThat(turnedAway).hasValue(0);
    }

    @Test
    void what_never_asks_clever_does_not_make_others_wait_for_a_clever_that_hangs() throws Exception {
        var crowd = crowd(1, 5);
        try (var hung = hangsIn(crowd)) {
            // Waits, in vain.
            arrives(crowd, start(), QUICK);
            assertThat(turnedAway).hasValue(1);
        }
        arrives(crowd, start(), QUICK);
        arrives(crowd, callback("code=c"), QUICK);
        arrives(crowd, callback("code=c&state=made-up"), QUICK);
        try (var hung = hangsIn(crowd)) {
            assertThat(timeOf(() -> arrives(crowd, start(), QUICK))).isLessThan(AT_ONCE);
            assertThat(turnedAway).hasValue(2);
        }

        arrives(crowd, callback("code=c&state=s"), (request, response) -> {
            silence.asked();
            silence.answered();
        });
        try (var hung = hangsIn(crowd)) {
            assertThat(timeOf(() -> arrives(crowd, start(), QUICK))).isGreaterThan(AT_ONCE);
        }
    }

    @Test
    void a_node_that_is_slow_itself_lets_others_wait_their_turn() throws Exception {
        var crowd = crowd(1, 5);
        try (var slow = hangsIn(crowd, () -> {})) {
            arrives(crowd, start(), QUICK);
            assertThat(timeOf(() -> arrives(crowd, start(), QUICK))).isGreaterThan(AT_ONCE);
        }
    }

    private Crowd crowd(int places, int waiting) {
        return new Crowd(places, waiting, new LoginTime(Duration.ofSeconds(8)), silence, (request, response) -> {
            turnedAway.incrementAndGet();
        });
    }

    /** A login that waits for Clever until it is closed. */
    private Hung hangsIn(Crowd crowd) throws InterruptedException {
        return hangsIn(crowd, silence::asked);
    }

    private static Hung hangsIn(Crowd crowd, Runnable before) throws InterruptedException {
        var inside = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var login = CompletableFuture.runAsync(() -> arrives(crowd, callback("code=c&state=s"), (request, response) -> {
            before.run();
            inside.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        inside.await();
        return () -> {
            answer.countDown();
            login.join();
        };
    }

    private static void arrives(Crowd crowd, MockHttpServletRequest request, FilterChain chain) {
        try {
            crowd.doFilter(request, new MockHttpServletResponse(), chain);
        } catch (ServletException | IOException e) {
            throw new IllegalStateException("Nothing here fails.", e);
        }
    }

    private static MockHttpServletRequest start() {
        return request("/oauth2/authorization/clever", "");
    }

    private static MockHttpServletRequest callback(String query) {
        return request("/login/oauth2/code/clever", query);
    }

    private static MockHttpServletRequest request(String path, String query) {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        for (var pair : query.split("&")) {
            request.addParameter(pair.replaceFirst("=.*", ""), pair.replaceFirst(".*=", ""));
        }
        return request;
    }

    private static Duration timeOf(Runnable work) {
        var began = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private interface Hung extends AutoCloseable {
        @Override
        void close();
    }
}
