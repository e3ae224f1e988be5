package org.galileok12.clever;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Nobody listens at the data API's address, and the token list's name does not resolve. */
class UnreachableTest extends CleverRouteTest {

    private static final int PORT = freePort();

    @DynamicPropertySource
    static void nobodyListens(DynamicPropertyRegistry registry) {
        registry.add("test.api-url", () -> "http://127.0.0.1:" + PORT);
        registry.add("test.oauth-url", () -> "https://clever.invalid");
    }

    @Test
    void f14_a_refused_connection_is_transient_and_bounded() {
        tokens.offer("id", TOKEN);
        tokens.keep(DISTRICT, "id");

        assertThat(failureOfUsers())
                .isInstanceOf(CleverUnavailable.class)
                .hasMessageContaining("HttpHostConnectException");
        assertThat(traffic.requests().sum()).isEqualTo(4);
    }

    @Test
    void f14_a_name_that_does_not_resolve_is_transient_and_bounded() {
        assertThat(failureOfUsers()).isInstanceOf(CleverUnavailable.class);
        assertThat(traffic.requests().sum()).isEqualTo(4);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("No local socket can be opened.", none);
        }
    }
}
