package org.galileok12.run;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans with which routes follow Clever's events, and their threads. */
@Configuration(proxyBeanMethods = false)
class EventsConfiguration {

    @Bean
    Events events(
            Clock clock,
            MeterRegistry meters,
            @Value("${sync.events-kept-days}") int days,
            @Value("${sync.events-pages}") int pages) {
        return new Events(clock, meters, Duration.ofDays(days), pages);
    }

    @Bean
    EventRounds eventRounds(
            Clock clock, @Value("${sync.events-runs}") int runs, @Value("${sync.events-look}") Duration look) {
        return new EventRounds(clock, runs, look);
    }

    @Bean
    EventSwitchSteps eventSwitchSteps() {
        return new EventSwitchSteps();
    }

    @Bean
    EventSwitch eventSwitch(ProducerTemplate camel) {
        return new CamelEventSwitch(new Questions(camel));
    }

    /** How many districts this node follows at once. */
    @Bean(destroyMethod = "shutdown", defaultCandidate = false)
    ExecutorService eventsPool(@Value("${sync.events-districts-at-once}") int districts) {
        return Executors.newFixedThreadPool(districts);
    }
}
