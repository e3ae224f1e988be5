package org.galileok12.roster;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.galileok12.run.Outcome;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * A service whose lines to Clever and to the database can be cut, with short deadlines and small limits. One service for all
 * subclasses.
 */
@TestPropertySource(
        properties = {
            "clever.retries=2",
            "clever.connect-timeout=1s",
            "clever.read-timeout=1s",
            "clever.call-deadline=1500ms",
            "clever.max-wait=4s",
            "clever.max-body=512KB",
            "clever.max-pages=8",
            "sync.heartbeat=200",
            "sync.stale-after-seconds=2",
            "spring.datasource.hikari.connection-timeout=500",
        })
abstract class FaultScenario extends SyncScenario {

    static final Line CLEVER_LINE = Line.to(CLEVER.port());
    static final Line DATABASE_LINE = Line.to(POSTGRES.getPort());

    @DynamicPropertySource
    static void lines(DynamicPropertyRegistry registry) {
        registry.add("test.clever-url", () -> "http://127.0.0.1:" + CLEVER_LINE.port());
        // Without server-side prepared statements each statement goes over the line as text, so that it can be cut
        // there.
        registry.add(
                "test.database-url",
                () -> "jdbc:postgresql://127.0.0.1:" + DATABASE_LINE.port() + "/postgres?prepareThreshold=0");
    }

    /** For a line that has been down: kept connections turn out to be dead one by one. */
    void syncUntilDone() {
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> sync().outcome() == Outcome.DONE);
    }
}
