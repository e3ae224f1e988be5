package org.galileok12.district;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.ProducerTemplate;
import org.galileok12.rules.OnboardingRules;
import org.galileok12.run.Questions;
import org.galileok12.run.Retention;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that routes call by name, and their threads. */
@Configuration(proxyBeanMethods = false)
class DistrictConfiguration {

    @Bean
    DistrictGate districtGate() {
        return new DistrictGate();
    }

    @Bean
    OnboardingRules onboardingRules(@Value("${routes.dir}") Path routes) {
        return OnboardingRules.load(routes.resolve("rules/onboarding.yaml"));
    }

    @Bean
    Discovery discovery(OnboardingRules rules, MeterRegistry meters) {
        return new Discovery(rules, meters);
    }

    @Bean
    Probes probes() {
        return new Probes();
    }

    @Bean
    Onboarding onboarding(OnboardingRules rules, @Value("${sync.auto-accept}") boolean autoAccept) {
        return new Onboarding(rules, autoAccept);
    }

    @Bean
    Districts knownDistricts(ProducerTemplate camel, Retention retention) {
        return new CamelDistricts(new Questions(camel), retention);
    }

    /** Looks at districts that are on their way; apart from the runs, which take hours. */
    @Bean(destroyMethod = "shutdown", defaultCandidate = false)
    ExecutorService probePool(@Value("${sync.districts-at-once}") int districts) {
        return Executors.newFixedThreadPool(districts);
    }

    /** Unbounded, so that nobody waits for a thread while holding one; a district needs five. */
    @Bean(destroyMethod = "shutdown", defaultCandidate = false)
    ExecutorService collectionPool() {
        return Executors.newCachedThreadPool();
    }

    /** Unbounded for the same reason; each collection stages one page and fetches one. */
    @Bean(destroyMethod = "shutdown", defaultCandidate = false)
    ExecutorService pagePool() {
        return Executors.newCachedThreadPool();
    }
}
