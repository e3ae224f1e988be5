package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.galileok12.simulator.SchoolDistrict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Districts that are on schedule, and what happens when Quartz fires; Quartz itself does not run unless a class starts it. */
abstract class ScheduleScenario extends SyncScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    ProducerTemplate camel;

    /** The database is shared with other scenarios: none of their districts is on schedule here, and none of ours there. */
    @BeforeEach
    @AfterEach
    void nobodyIsOnScheduleAnyMore() {
        db.update("update sync.connection set onboarding = 'requested'");
        camel.send("direct:reconcile", exchange -> {});
        assertThat(rows("select 1 from sync.qrtz_triggers where trigger_group = 'district'"))
                .isEmpty();
    }

    /** Taken on, with a schedule of its own. */
    void schedule(SchoolDistrict which, String cron, String zone) {
        db.update("insert into sync.connection (clever_id) values (?) on conflict do nothing", which.id());
        db.update(
                "update sync.connection set onboarding = 'scheduled', cron = ?, time_zone = ? where clever_id = ?",
                cron,
                zone,
                which.id());
    }

    /** As Quartz would fire it for this moment of its schedule. */
    void fire(Instant firedFor) {
        fire(firedFor, exchange -> {});
    }

    /** As the trigger of a firing that was put off would fire. */
    void fireAgain(Instant firedFor, Instant waitingSince) {
        fire(firedFor, exchange -> exchange.setVariable("waitingSince", waitingSince));
    }

    private void fire(Instant firedFor, Consumer<Exchange> more) {
        camel.send("direct:district-due", exchange -> {
            exchange.setVariable("district", district.id());
            exchange.setVariable("firedFor", firedFor);
            more.accept(exchange);
        });
    }

    List<String> runs() {
        return db.queryForList(
                "select state from sync.run where district_id = ? order by run_id", String.class, districtId());
    }

    /** Of the trigger that fires again for the district: its moment. */
    List<Instant> again() {
        return again(district);
    }

    List<Instant> again(SchoolDistrict which) {
        return db
                .queryForList(
                        "select next_fire_time from sync.qrtz_triggers where trigger_group = 'district-again' and trigger_name = ?",
                        Long.class,
                        which.id())
                .stream()
                .map(Instant::ofEpochMilli)
                .toList();
    }

    /** The district's own trigger, as Quartz has it: description and next time. */
    List<Map<String, Object>> trigger(SchoolDistrict which) {
        return rows("""
                select description, to_timestamp(next_fire_time / 1000.0) at time zone 'UTC' as next, start_time
                from sync.qrtz_triggers where trigger_group = 'district' and trigger_name = ?
                """, which.id());
    }

    String report() {
        return one(
                "select coalesce(report::text, '') from sync.run where district_id = ? order by run_id desc limit 1",
                String.class,
                districtId());
    }

    static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
