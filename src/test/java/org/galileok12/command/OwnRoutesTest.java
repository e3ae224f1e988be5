package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.galileok12.GalileoClever;
import org.galileok12.simulator.LocalClever;
import org.junit.jupiter.api.Test;

class OwnRoutesTest {

    private static final String DATABASE = Postgres.newDatabase();

    @Test
    void the_routes_statements_and_rules_of_the_product_pass_the_check() {
        try (var clever = LocalClever.start()) {
            // Only a service that starts migrates; an unknown district is the shortest way to one.
            assertThat(run(clever).run("sync", TinyApplication.UNKNOWN).exitCode())
                    .isNotEqualTo(64);

            var check = run(clever).run("check");

            assertThat(check.out().lines()).allSatisfy(line -> assertThat(line).startsWith("ok     "));
            assertThat(check.exitCode()).isZero();
        }
    }

    private static CommandRun run(LocalClever clever) {
        return new CommandRun(GalileoClever.class, Path.of("routes"), DATABASE)
                .with("spring.flyway.locations", "classpath:db/migration")
                .with("clever.client-id", LocalClever.CLIENT_ID)
                .with("clever.client-secret", LocalClever.CLIENT_SECRET)
                .with("clever.api-url", clever.url())
                .with("clever.oauth-url", clever.url());
    }
}
