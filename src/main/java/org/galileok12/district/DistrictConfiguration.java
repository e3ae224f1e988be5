package org.galileok12.district;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that routes call by name, and their threads. */
@Configuration(proxyBeanMethods = false)
class DistrictConfiguration {

    @Bean
    DistrictGate districtGate() {
        return new DistrictGate();
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
