package org.galileok12.run;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.camel.ProducerTemplate;
import org.galileok12.rules.SharingRules;
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
    GuardReports guardReports() {
        return new GuardReports();
    }

    @Bean
    Approvals approvals() {
        return new Approvals();
    }

    @Bean
    CamelDistrictSync districtSync(ProducerTemplate camel) {
        return new CamelDistrictSync(camel);
    }

    @Bean
    HeldPlans heldPlans(ProducerTemplate camel, CamelDistrictSync sync) {
        return new CamelHeldPlans(camel, sync);
    }

    @Bean
    CamelDecisions camelDecisions(ProducerTemplate camel) {
        return new CamelDecisions(camel);
    }

    @Bean
    Decisions decisions() {
        return new Decisions();
    }

    @Bean
    RollbackSteps rollbackSteps(Clock clock) {
        return new RollbackSteps(clock);
    }

    @Bean
    HoldSteps holdSteps() {
        return new HoldSteps();
    }
}
