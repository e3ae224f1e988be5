package org.galileok12.roster;

import org.galileok12.GalileoClever;
import org.galileok12.run.DistrictSync;
import org.galileok12.simulator.LocalClever;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One more service on the database of the scenarios, with a Clever of its own. */
record Node(ConfigurableApplicationContext context) implements AutoCloseable {

    static Node start() {
        return start(SyncScenario.CLEVER.url(), LocalClever.CLIENT_SECRET);
    }

    static Node start(String apiUrl, String clientSecret) {
        return new Node(new SpringApplicationBuilder(GalileoClever.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + SyncScenario.POSTGRES.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.hikari.maximum-pool-size=8",
                        "--clever.api-url=" + apiUrl,
                        "--clever.oauth-url=" + SyncScenario.CLEVER.url(),
                        "--clever.client-id=" + LocalClever.CLIENT_ID,
                        "--clever.client-secret=" + clientSecret,
                        "--clever.page-size=5",
                        "--clever.retry-delay=1ms"));
    }

    DistrictSync districtSync() {
        return context.getBean(DistrictSync.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
