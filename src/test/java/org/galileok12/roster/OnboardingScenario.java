package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.camel.ProducerTemplate;
import org.galileok12.district.Districts;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.Retention;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.SchoolDistrict;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A service that takes no district on by itself; only the districts of the test are with us. */
@TestPropertySource(properties = {"sync.auto-accept=false", "sync.retention-days=30"})
@SuppressWarnings("NullAway.Init")
abstract class OnboardingScenario extends SyncScenario {

    static final String BY = "Olga Ops";

    @Autowired
    Districts districts;

    @Autowired
    Retention retention;

    @Autowired
    ProducerTemplate camel;

    /** Districts of other tests in this database would be missing in the list. */
    @BeforeEach
    void nobodyElseIsHere() {
        db.update(
                "update sync.connection set disconnected_at = now(), disconnected_by = 'another test' where disconnected_at is null");
        district.lastSync(now());
    }

    static Instant now() {
        return Clock.systemUTC().instant();
    }

    static Instant ago(Duration time) {
        return now().minus(time);
    }

    SchoolDistrict another(String name) {
        return CLEVER.district(name + " beside " + district.id()).lastSync(now());
    }

    /** As the schedule does it. */
    ObjectNode poll() {
        var exchange = camel.send("direct:poll-districts", it -> it.setVariable("byHand", false));
        assertThat(exchange.getException()).isNull();
        return Objects.requireNonNull(exchange.getVariable("poll", ObjectNode.class));
    }

    JsonNode shown() {
        return districts.show(district.id(), false);
    }

    String standing(SchoolDistrict of) {
        return districts.show(of.id(), false).path("standing").asText();
    }

    /** An item of the checklist: done or open, who acts, what was found. */
    JsonNode item(String name) {
        return shown().path("checklist")
                .valueStream()
                .filter(item -> item.path("item").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    void isOpen(String name, String acts, String evidence) {
        var item = item(name);
        assertThat(item.path("done").asBoolean()).as(item.toString()).isFalse();
        assertThat(item.path("acts").asText()).as(item.toString()).isEqualTo(acts);
        assertThat(item.path("evidence").asText()).contains(evidence);
        assertThat(item.path("advice").asText()).isNotBlank();
    }

    void isDone(String name, String evidence) {
        var item = item(name);
        assertThat(item.path("done").asBoolean()).as(item.toString()).isTrue();
        assertThat(item.path("evidence").asText()).contains(evidence);
        assertThat(item.path("advice").isNull()).as(item.toString()).isTrue();
    }

    RunResult dryRun() {
        var result = districtSync.sync(district.id(), true, Progress.NONE);
        assertThat(result.outcome()).as(String.valueOf(result.reason())).isEqualTo(Outcome.DONE);
        return result;
    }

    static String plan(RunResult dryRun) {
        return dryRun.report().path("plan").path("hash").asText();
    }

    /** From the list to the schedule, as a person would take it on. */
    void takeOn() {
        poll();
        retention.accept(district.id(), plan(dryRun()), BY);
        assertThat(standing(district)).isEqualTo("scheduled");
    }

    boolean isHere(SchoolDistrict of) {
        return !rows("select 1 from sync.connection where clever_id = ?", of.id())
                .isEmpty();
    }

    /** {@code kind by outcome} of all decisions about the district. */
    List<String> decisions() {
        return db.queryForList(
                "select concat_ws(' ', kind, 'by', decided_by || ':', outcome) from sync.decision where district_id = ? order by decision_id",
                String.class,
                districtId());
    }
}
