package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.galileok12.run.RunRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "sync.heartbeat=50")
class HeartbeatTest extends RichScenario {

    @Test
    void a_run_is_heard_of_while_it_publishes_and_a_second_start_is_refused_at_once() {
        new RichDistrict(district);
        var refusal = new AtomicReference<@Nullable Throwable>();
        statements.before(statement -> {
            if (statement.equals("mark-published.sql")) {
                var before = heartbeat();
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> heartbeat().after(before));
                refusal.set(catchThrowable(this::sync));
            }
        });

        syncDone();

        assertThat(refusal.get()).isInstanceOf(RunRefused.class).hasMessageContaining("is under way since");
    }

    private Timestamp heartbeat() {
        return one(
                "select heartbeat_at from sync.run where state = 'RUNNING' and district_id = ?",
                Timestamp.class,
                districtId());
    }
}
