package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two nodes that serve, in JVMs of their own; the one that runs a district is killed. */
class KilledServiceTest extends ScheduleScenario {

    private static final String[] SETTINGS = {
        "sync.cron=",
        "sync.heartbeat=300",
        "sync.stale-after-seconds=3",
        "sync.resume-check=500",
        "sync.reconcile-cron=0/1 * * * * ?",
        "server.port=0",
        "spring.quartz.properties.org.quartz.scheduler.idleWaitTime=1000",
        "spring.quartz.properties.org.quartz.jobStore.clusterCheckinInterval=1000",
    };

    @Test
    void f60_the_run_of_a_node_that_is_killed_goes_on_at_the_other_and_the_recovered_firing_begins_no_second_one()
            throws InterruptedException {
        var north = district.school("North");
        for (int i = 1; i <= 12; i++) {
            district.student("Student" + i + " Ng", north);
        }
        var asked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        CLEVER.onPage("users", 3).in(district).before(() -> {
            asked.countDown();
            arrived(go);
        });
        try (var first = NodeProcess.serve(SETTINGS).ready()) {
            schedule(district, soon(), "UTC");
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
            try (var second = NodeProcess.serve(SETTINGS).ready()) {
                first.kill();
                go.countDown();

                await().atMost(Duration.ofSeconds(60)).until(() -> runs().equals(java.util.List.of("DONE")));
                await().atMost(Duration.ofSeconds(60))
                        .until(() ->
                                rows("select 1 from sync.qrtz_fired_triggers where sched_name = 'galileo-districts'")
                                                .isEmpty()
                                        && rows("select 1 from sync.qrtz_triggers where trigger_group = 'RECOVERING_JOBS'")
                                                .isEmpty());
                assertThat(runs()).containsExactly("DONE");
                assertThat(report()).contains("\"claims\": 1");
                assertThat(second.isAlive()).isTrue();
            }
        }
    }

    @Test
    void a_node_that_joins_takes_districts_of_those_that_are_due() {
        var count = 12;
        CLEVER.onAnyPage("schools").delayed(Duration.ofSeconds(3)).always();
        try (var first = NodeProcess.serve(concat("sync.districts-at-once=1")).ready()) {
            for (int i = 0; i < count; i++) {
                var each = CLEVER.district("Joined " + i + " beside " + district.id());
                each.student("Amy Ng", each.school("North"));
                schedule(each, soon(), "UTC");
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> done() >= 1);
            try (var second =
                    NodeProcess.serve(concat("sync.districts-at-once=1")).ready()) {
                await().atMost(Duration.ofSeconds(90)).until(() -> done() == count);

                assertThat(first.output()).contains(" ended DONE");
                assertThat(second.output()).contains(" ended DONE");
                assertThat(
                                rows(
                                        "select district_id from sync.run join sync.connection using (district_id) where onboarding = 'scheduled' group by 1 having count(*) > 1"))
                        .isEmpty();
            }
        }
    }

    private long done() {
        return one(
                "select count(*) from sync.run join sync.connection using (district_id) where onboarding = 'scheduled' and state = 'DONE'",
                Long.class);
    }

    private static String[] concat(String setting) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(SETTINGS), java.util.stream.Stream.of(setting))
                .toArray(String[]::new);
    }

    private static String soon() {
        return DateTimeFormatter.ofPattern("s m H d M ? yyyy")
                .withZone(ZoneOffset.UTC)
                .format(Clock.systemUTC().instant().plusSeconds(10));
    }

    private static void arrived(CountDownLatch latch) {
        try {
            assertThat(latch.await(90, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
