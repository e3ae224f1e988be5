package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.galileok12.house.Canaries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;

/** The database refuses connections, at each step that needs it: a page in time, nobody comes in, and later all goes on. */
@Timeout(120)
class DatabaseAwayTest extends SsoScenario {

    /** Twice the time that is waited for a connection, and something for a slow machine. */
    private static final Duration LONGEST = Duration.ofSeconds(7);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init")
    private CountedLine line;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext node;

    @SuppressWarnings("NullAway.Init")
    private Browser someone;

    @BeforeEach
    void aNodeAtTheEndOfALine() throws IOException {
        line = new CountedLine(POSTGRES.getPort());
        node = node("--spring.datasource.url=jdbc:postgresql://localhost:" + line.port() + "/postgres");
        // Not the first login of the node: that one is slow anyway.
        signIn(newBrowser().at(portOf(node)));
        someone = newBrowser().at(portOf(node));
    }

    @AfterEach
    void stop() throws IOException {
        line.up();
        node.close();
        line.close();
    }

    @Test
    void s58_a_login_that_cannot_begin_is_told_so() throws IOException {
        line.down();
        watch(node);

        var answer = inTime(() -> someone.get(START));

        attempts.refusedUnwritten(someone, answer, Reason.ROSTER_DOWN);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        line.up();
        await().atMost(PATIENCE).until(() -> someone.get(START).statusCode() == 302);
        signIn(someone);
    }

    @Test
    void s58_a_login_that_cannot_be_finished_is_told_so_and_can_be_finished_later() throws IOException {
        var back = beginLogin(someone);
        line.down();
        watch(node);

        var answer = inTime(() -> someone.get(back));

        attempts.refusedUnwritten(someone, answer, Reason.ROSTER_DOWN);
        line.up();
        await().atMost(PATIENCE).until(() -> someone.get(back).statusCode() == 302);
        assertThat(signedInAs(someone)).isEqualTo(nameOf(student));
    }

    @Test
    void s58_a_session_that_cannot_be_read_shows_nothing_and_goes_on_later() throws IOException {
        signIn(someone);
        line.down();
        watch(node);

        var answer = inTime(() -> someone.get("/signing-in"));

        attempts.shown(answer, Reason.ROSTER_DOWN);
        assertThat(answer.body()).doesNotContain("eyJ", Canaries.FIRST_NAME);
        attempts.nothingSecretIsLogged(someone);
        line.up();
        // The pool tries again only now and then; whoever asks meanwhile must not lose the session by it.
        await().atMost(PATIENCE).until(() -> HandOffPage.handsOver(someone.get("/signing-in")));
    }

    private static <T> T inTime(Supplier<T> request) {
        var started = System.nanoTime();
        var answer = request.get();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(LONGEST);
        return answer;
    }
}
