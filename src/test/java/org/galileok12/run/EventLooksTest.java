package org.galileok12.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.galileok12.clever.CleverPage;
import org.galileok12.simulator.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a look at a district's events ends, and what it may say then. */
class EventLooksTest {

    private static final Instant NOW = Instant.parse("2026-09-02T09:00:00Z");

    private final SetClock clock = SetClock.at(NOW);
    private final CamelContext camel = new DefaultCamelContext();
    private final Exchange exchange = new DefaultExchange(camel);

    @BeforeEach
    void started() {
        camel.start();
    }

    @AfterEach
    void stopped() {
        camel.stop();
    }

    @Test
    void a_stop_before_the_first_page_is_no_gap_and_a_page_without_the_place_is_one() {
        var events = new Events(clock, new SimpleMeterRegistry(), Duration.ofDays(29), 1);
        events.begin(
                exchange,
                List.of(Map.of(
                        "district_id",
                        1,
                        "events_cursor",
                        "66a100000000000000000001",
                        "events_read_at",
                        Timestamp.from(NOW.minusSeconds(900)))));

        events.judge(exchange);

        assertThat(exchange.getVariable("eventVerdict")).isEqualTo("leave");
        assertThat(exchange.getVariable("eventGap")).isNull();

        events.add(exchange, new CleverPage(List.of(), null));
        events.judge(exchange);

        assertThat(exchange.getVariable("eventVerdict")).isEqualTo("note");
        assertThat(exchange.getVariable("eventGap", String.class)).startsWith("Clever does not hold the event");
    }

    @Test
    void a_backlog_keeps_the_round_for_five_minutes_or_so_many_runs() {
        var rounds = new EventRounds(clock, 3, Duration.ofMinutes(5));
        rounds.begin(exchange);
        assertThat(rounds.goesOn(exchange)).isTrue();

        exchange.setVariable("eventRuns", 3);
        assertThat(rounds.goesOn(exchange)).as("so many runs").isFalse();

        exchange.setVariable("eventRuns", 2);
        clock.forward(Duration.ofSeconds(299));
        assertThat(rounds.goesOn(exchange)).isTrue();
        clock.forward(Duration.ofSeconds(1));
        assertThat(rounds.goesOn(exchange)).as("so long").isFalse();
    }

    @Test
    void without_more_events_or_when_the_service_stops_a_look_ends() {
        var rounds = new EventRounds(clock, 3, Duration.ofMinutes(5));
        rounds.begin(exchange);
        exchange.setVariable("moreEvents", false);
        assertThat(rounds.goesOn(exchange)).isFalse();

        exchange.setVariable("moreEvents", true);
        camel.stop();

        assertThat(rounds.goesOn(exchange)).isFalse();
    }
}
