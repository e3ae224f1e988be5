package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.galileok12.GalileoClever;
import org.galileok12.simulator.LocalClever;
import org.junit.jupiter.api.Test;

class SyncJsonTest {

    private static final String DATABASE = Postgres.newDatabase();

    @Test
    void what_is_printed_as_json_is_the_report_that_is_kept_with_the_run() throws Exception {
        try (var clever = LocalClever.start()) {
            var district = clever.district("Printed");
            district.student("Amy Ng", district.school("North"));

            var run = new CommandRun(GalileoClever.class, Path.of("routes"), DATABASE)
                    .with("spring.flyway.locations", "classpath:db/migration")
                    .with("clever.client-id", LocalClever.CLIENT_ID)
                    .with("clever.client-secret", LocalClever.CLIENT_SECRET)
                    .with("clever.api-url", clever.url())
                    .with("clever.oauth-url", clever.url())
                    .run("sync", district.id(), "--json");

            var json = new ObjectMapper();
            assertThat(run.exitCode()).isZero();
            assertThat(json.readTree(run.out())).isEqualTo(json.readTree(kept()));
            assertThat(json.readTree(run.out()).at("/entities/student/created").asLong())
                    .isEqualTo(1);
            // The service's own default.
            assertThat(clever.requests("users"))
                    .allSatisfy(request -> assertThat(request.query()).startsWith("limit=2000"));
        }
    }

    private static String kept() throws Exception {
        try (var connection = DriverManager.getConnection(DATABASE, "postgres", "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select report::text from sync.run")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
