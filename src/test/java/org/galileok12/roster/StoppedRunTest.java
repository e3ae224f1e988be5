package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.galileok12.run.Progress;
import org.junit.jupiter.api.Test;

/** The service is told to stop in mid-walk. */
class StoppedRunTest extends SyncScenario {

    @Test
    void a_service_that_stops_in_mid_walk_lets_go_of_its_run_promptly_and_the_roster_stays() {
        var leaver = publishedClass(24);
        var before = roster();
        var stopping = new AtomicReference<CompletableFuture<Void>>();
        try (var node = Node.start()) {
            var camel = node.context().getBean(CamelContext.class);
            CLEVER.onPage("users", 2).before(() -> {
                stopping.set(CompletableFuture.runAsync(node::close));
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> !camel.getStatus().isStarted());
            });
            var run =
                    CompletableFuture.supplyAsync(() -> node.districtSync().sync(district.id(), false, Progress.NONE));

            assertThat(run).succeedsWithin(Duration.ofSeconds(20));
            assertThat(run.join().reason()).contains("The service is stopping");
            assertThat(stopping.get()).succeedsWithin(Duration.ofSeconds(20));
        }

        assertThat(CLEVER.requests("users").size()).isLessThan(2 * 5);
        assertThat(one(
                        "select concat_ws(' ', state, heartbeat_at < now() - interval '1 year', releases) from sync.run"
                                + " where district_id = ? order by run_id desc limit 1",
                        String.class,
                        districtId()))
                .isEqualTo("RUNNING t 1");
        assertThat(roster()).isEqualTo(before);
        var result = syncTakesOut(leaver);
        assertThat(result.report().path("claims").asInt()).isEqualTo(1);
        assertThat(result.report().path("pagesKept").asInt()).isPositive();
    }
}
