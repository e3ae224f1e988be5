package org.galileok12.run;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneId;
import org.apache.camel.ProducerTemplate;
import org.galileok12.rules.SharingRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that routes call by name. */
@Configuration(proxyBeanMethods = false)
class RunConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Runs runs(Clock clock, SharingRules sharing, MeterRegistry meters) {
        return new Runs(clock, sharing, new RunLog(meters));
    }

    @Bean
    Reports reports(MeterRegistry meters) {
        return new Reports(meters);
    }

    @Bean
    DistrictSync districtSync(ProducerTemplate camel) {
        return new CamelDistrictSync(camel);
    }

    @Bean
    Stories stories(@Value("${sync.time-zone}") ZoneId zone) {
        return new Stories(zone);
    }

    @Bean
    Reasons reasons() {
        return new Reasons();
    }

    @Bean
    ClassRosters classRosters(@Value("${sync.time-zone}") ZoneId zone) {
        return new ClassRosters(zone);
    }

    @Bean
    Histories histories(ProducerTemplate camel, Clock clock, @Value("${sync.time-zone}") ZoneId zone) {
        return new CamelHistories(new Questions(camel), clock, zone);
    }

    /** @param days blank when districts that have left are kept for ever */
    @Bean
    Forgetting forgetting(@Value("${sync.retention-days}") String days) {
        return new Forgetting(days.isBlank() ? null : Integer.valueOf(days.strip()));
    }

    @Bean
    Retention retention(ProducerTemplate camel) {
        return new CamelRetention(new Questions(camel));
    }
}
