package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.galileok12.simulator.SchoolDistrict;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** All districts are due at the same moment: what goes wrong in one stays in one, and keeps nobody waiting. */
@TestPropertySource(
        properties = {
            "galileo.serve=true",
            "sync.districts-at-once=2",
            "sync.reconcile-cron=0/1 * * * * ?",
            "spring.quartz.properties.org.quartz.scheduler.idleWaitTime=1000",
        })
@DirtiesContext
class ManyDistrictsTest extends ScheduleScenario {

    private final List<SchoolDistrict> all = new ArrayList<>();

    @Test
    void f10_poisoned_districts_do_not_keep_the_others_from_theirs() {
        var refused = another("Refused");
        var broken = another("Broken");
        var paused = another("Paused").state("paused");
        var odd = another("Odd");
        var last = another("Last");
        CLEVER.onPage("districts", 1).in(refused).answer(401).always();
        CLEVER.onPage("users", 1).in(broken).answer(500).always();
        CLEVER.onPage("users", 1).in(odd).body("{}").always();

        allDueAtOnce();

        await().atMost(Duration.ofSeconds(60)).until(() -> all.stream().allMatch(each -> ended(each)));
        assertThat(stateOf(refused)).isEqualTo("FAILED AUTH");
        assertThat(stateOf(broken)).isEqualTo("FAILED TRANSIENT");
        assertThat(stateOf(odd)).isEqualTo("FAILED CONTRACT");
        assertThat(stateOf(paused)).isEqualTo("SKIPPED");
        assertThat(stateOf(last)).isEqualTo("DONE");
        assertThat(peopleOf(last)).isEqualTo(1);
        assertThat(peopleOf(broken)).isZero();
    }

    @Test
    void f62_a_poisoned_a_slow_and_a_throttled_district_do_not_delay_the_others() {
        var slow = another("Slow");
        var poisoned = another("Poisoned");
        var throttled = another("Throttled");
        for (int i = 1; i <= 12; i++) {
            another("Ordinary " + i);
        }
        CLEVER.onAnyPage("users").in(slow).delayed(Duration.ofSeconds(15)).always();
        CLEVER.onPage("schools", 1).in(poisoned).html().always();
        CLEVER.onPage("sections", 1)
                .in(throttled)
                .answer(429, Map.of("Retry-After", "600"), "")
                .always();

        allDueAtOnce();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> all.stream()
                                .filter(each -> stateOf(each).equals("DONE"))
                                .count()
                        == 12);
        assertThat(stateOf(slow)).as("the others did not wait for its end").isEqualTo("RUNNING");
        assertThat(stateOf(poisoned)).isEqualTo("FAILED CONTRACT");
        assertThat(stateOf(throttled)).isEqualTo("RUNNING");
        assertThat(one("select count(*) from sync.run where parked_until > now() + interval '5 minutes'", Long.class))
                .isEqualTo(1);
        await().atMost(Duration.ofSeconds(60)).until(() -> stateOf(slow).equals("DONE"));
        db.update("update sync.run set state = 'FAILED', finished_at = now() where parked_until is not null");
    }

    private SchoolDistrict another(String name) {
        var other = CLEVER.district(name + " beside " + district.id());
        other.student("Bob Ode", other.school("South"));
        all.add(other);
        return other;
    }

    /** A few seconds from now, and never again. */
    private void allDueAtOnce() {
        var moment = Clock.systemUTC().instant().plusSeconds(10);
        var cron = DateTimeFormatter.ofPattern("s m H d M ? yyyy")
                .withZone(ZoneOffset.UTC)
                .format(moment);
        all.forEach(each -> schedule(each, cron, "UTC"));
        await().atMost(Duration.ofSeconds(9))
                .until(() -> all.stream().noneMatch(each -> trigger(each).isEmpty()));
        assertThat(Clock.systemUTC().instant()).isBefore(moment);
    }

    private boolean ended(SchoolDistrict which) {
        return !stateOf(which).isEmpty() && !stateOf(which).equals("RUNNING");
    }

    private String stateOf(SchoolDistrict of) {
        return one("""
                select coalesce(max(concat_ws(' ', run.state, run.error_class)), '') from sync.run run
                join sync.connection using (district_id) where clever_id = ?
                """, String.class, of.id());
    }

    private long peopleOf(SchoolDistrict of) {
        return one("""
                select count(*) from galileo.person join sync.connection using (district_id) where connection.clever_id = ?
                """, Long.class, of.id());
    }
}
