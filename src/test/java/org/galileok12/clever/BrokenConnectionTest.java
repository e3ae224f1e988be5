package org.galileok12.clever;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The data API is a raw socket here; the token list stays in order. */
@TestPropertySource(properties = "clever.retries=1")
@Timeout(20)
class BrokenConnectionTest extends CleverRouteTest {

    private static final RawServer RAW = new RawServer();
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    @DynamicPropertySource
    static void rawAddress(DynamicPropertyRegistry registry) {
        registry.add("test.api-url", RAW::url);
    }

    @AfterAll
    static void stop() throws IOException {
        RAW.close();
    }

    @Test
    void f15_a_body_that_ends_early_is_not_used() {
        RAW.each((socket, out) -> RAW.write(out, HEAD + "Content-Length: 5000\r\n\r\n" + EMPTY_PAGE));

        assertUnavailableAfterTwoTries();
    }

    @Test
    void f15_a_reset_in_the_body_is_tried_again() {
        RAW.each((socket, out) -> {
            RAW.write(out, HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"dat\r\n");
            socket.setSoLinger(true, 0);
        });

        assertUnavailableAfterTwoTries();
    }

    @Test
    void f15_after_an_early_end_the_page_is_read_from_the_start() {
        RAW.each((socket, out) -> RAW.write(
                out,
                HEAD + (RAW.requests.get() == 1 ? "Content-Length: 5000\r\n" : "Connection: close\r\n") + "\r\n"
                        + EMPTY_PAGE));

        assertDone(getUsers());
        assertThat(RAW.requests).hasValue(2);
    }

    @Test
    void f17_one_byte_at_a_time_ends_at_the_deadline() {
        RAW.each((socket, out) -> {
            RAW.write(out, HEAD + "Content-Length: 5000\r\n\r\n");
            while (RAW.pause(50)) {
                RAW.write(out, " ");
            }
        });

        assertThat(failureOfUsers())
                .isInstanceOf(CleverUnavailable.class)
                .hasMessageContaining("not complete after 1000 ms");
        assertThat(RAW.requests).hasValue(2);
    }

    @Test
    void f17_headers_one_byte_at_a_time_end_at_the_deadline() {
        RAW.each((socket, out) -> {
            RAW.write(out, "HTTP/1.1 200 OK\r\nX-Endless: ");
            while (RAW.pause(50)) {
                RAW.write(out, "x");
            }
        });

        assertThat(failureOfUsers()).hasMessageContaining("not complete after 1000 ms");
        assertThat(RAW.requests).hasValue(2);
    }

    @Test
    void f17_silence_after_the_headers_ends_at_the_read_timeout() {
        long started = System.nanoTime();
        RAW.each((socket, out) -> {
            RAW.write(out, HEAD + "Content-Length: 5000\r\n\r\n{");
            RAW.pause(3000);
        });

        assertUnavailableAfterTwoTries();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void f19_an_endless_body_is_cut_off_at_the_limit() {
        RAW.each((socket, out) -> {
            RAW.write(out, HEAD + "\r\n");
            while (RAW.pause(0) && RAW.sent.get() < 100_000_000) {
                RAW.write(out, " ".repeat(100_000));
            }
        });

        assertThat(failureOfUsers())
                .isExactlyInstanceOf(ContractBroken.class)
                .hasMessageContaining("larger than 2097152 bytes");
        assertThat(RAW.requests).hasValue(1);
        assertThat(RAW.sent).hasValueLessThan(20_000_000);
    }

    @Test
    void f19_endless_headers_are_cut_off() {
        RAW.each((socket, out) -> {
            RAW.write(out, "HTTP/1.1 200 OK\r\nX-Endless: ");
            while (RAW.pause(0) && RAW.sent.get() < 100_000_000) {
                RAW.write(out, "x".repeat(100_000));
            }
        });

        assertUnavailableAfterTwoTries();
        assertThat(RAW.sent).hasValueLessThan(20_000_000);
    }

    @Test
    void f17_an_answer_that_is_not_http_is_tried_again() {
        RAW.each((socket, out) -> RAW.write(out, "SSH-2.0-OpenSSH_9.2\r\n\r\n"));

        assertUnavailableAfterTwoTries();
    }

    private void assertUnavailableAfterTwoTries() {
        assertThat(failureOfUsers()).isInstanceOf(CleverUnavailable.class);
        assertThat(RAW.requests).hasValue(2);
    }
}
