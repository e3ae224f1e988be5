package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.awaitility.Awaitility;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunRefused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is claimed, by whom, and what is given up. */
class StaleRunTest extends InterruptedScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ProducerTemplate camel;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MeterRegistry meters;

    @Test
    void of_two_nodes_that_look_at_the_same_moment_one_claims() {
        var first = CompletableFuture.runAsync(this::look);
        var second = CompletableFuture.runAsync(this::look);
        CompletableFuture.allOf(first, second).join();

        assertThat(runs()).containsExactly("DONE 0", "DONE 1");
        assertThat(CLEVER.requests("users")).hasSize(1);
        assertThat(isActive(leaver)).isFalse();
    }

    @Test
    void a_run_of_which_five_nodes_died_is_abandoned_by_whoever_looks_and_the_next_begins_anew() {
        change("claims = 6, releases = 1");

        look();

        assertThat(runs()).containsExactly("DONE 0", "ABANDONED 6");
        assertThat(reason()).contains("has died");
        assertThat(CLEVER.requests()).isEmpty();
        syncTakesOut(leaver);
        assertThat(runs()).containsExactly("DONE 0", "ABANDONED 6", "DONE 0");
    }

    @Test
    void claims_of_runs_that_stopping_nodes_let_go_of_do_not_count() {
        change("claims = 6, releases = 2");

        look();

        assertThat(runs()).containsExactly("DONE 0", "DONE 7");
    }

    @Test
    void a_run_older_than_a_day_is_abandoned() {
        change("started_at = now() - interval '24 hours 1 minute'");

        look();

        assertThat(runs()).containsExactly("DONE 0", "ABANDONED 0");
        assertThat(reason()).contains("24 hours");
    }

    @Test
    void a_dry_run_has_nobody_to_report_to_and_is_abandoned() {
        change("dry_run = true");

        look();

        assertThat(runs()).containsExactly("DONE 0", "ABANDONED 0");
        assertThat(reason()).contains("dry run");
        assertThat(isActive(leaver)).isTrue();
    }

    @Test
    void who_asks_for_a_dry_run_does_not_publish_anothers() {
        assertThatThrownBy(() -> districtSync.sync(district.id(), true, Progress.NONE))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("was interrupted and waits for a node");

        assertThat(runs()).containsExactly("DONE 0", "RUNNING 0");
        assertThat(isActive(leaver)).isTrue();
        look();
        assertThat(runs()).containsExactly("DONE 0", "DONE 1");
    }

    @Test
    void a_firing_of_the_schedule_goes_on_with_it() {
        fire();

        assertThat(runs()).containsExactly("DONE 0", "DONE 1");
        assertThat(CLEVER.requests("users")).hasSize(1);
    }

    @Test
    void who_joins_waits_for_the_run_and_goes_on_with_it_when_its_node_is_silent() {
        change("heartbeat_at = now()");
        var joined = CompletableFuture.supplyAsync(() -> districtSync.syncOrJoin(district.id(), Progress.NONE));
        assertThatThrownBy(this::sync).isInstanceOf(RunRefused.class).hasMessageContaining("is under way since");
        assertThat(joined).isNotDone();

        silent();

        assertThat(joined.join().report().path("claims").asInt()).isEqualTo(1);
        assertThat(runs()).containsExactly("DONE 0", "DONE 1");
    }

    @Test
    void who_joins_gets_the_report_of_a_run_that_ends_elsewhere() {
        change("heartbeat_at = now() + interval '1 minute'");
        var refused = refusals();
        var joined = CompletableFuture.supplyAsync(() -> districtSync.syncOrJoin(district.id(), Progress.NONE));

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> refusals() > refused);
        change("state = 'INCOMPLETE', finished_at = now(), reason = 'told', report = '{\"pages\": 7}'");

        assertThat(joined.join().reason()).isEqualTo("told");
        assertThat(joined.join().report().path("pages").asInt()).isEqualTo(7);
    }

    @Test
    void who_joins_a_dry_run_begins_a_run_of_its_own_when_that_has_ended() {
        change("dry_run = true, heartbeat_at = now() + interval '1 minute'");
        var refused = refusals();
        var joined = CompletableFuture.supplyAsync(() -> districtSync.syncOrJoin(district.id(), Progress.NONE));

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> refusals() > refused);
        change("state = 'DONE', finished_at = now()");

        assertThat(joined.join().outcome()).isEqualTo(Outcome.DONE);
        assertThat(runs()).containsExactly("DONE 0", "DONE 0", "DONE 0");
        assertThat(isActive(leaver)).isFalse();
    }

    @Test
    void a_run_that_began_while_its_district_was_leaving_is_abandoned_at_once() {
        db.update(
                "update sync.connection set disconnected_at = now(), disconnected_by = 'Otto' where district_id = ?",
                districtId());

        look();

        assertThat(runs()).containsExactly("DONE 0", "ABANDONED 0");
        assertThat(reason()).isEqualTo("The district has left.");
    }

    @Test
    void a_published_run_gets_its_end_however_many_nodes_died_of_it() {
        change("claims = 6, published_at = now(), report = '{\"outcome\": \"DONE\"}'");

        look();

        assertThat(runs()).containsExactly("DONE 0", "DONE 7");
    }

    @Test
    void a_district_that_somebody_holds_is_left_to_the_next_look() throws Exception {
        try (var other = POSTGRES.getPostgresDatabase().getConnection()) {
            other.setAutoCommit(false);
            try (var held = other.prepareStatement("select from sync.connection where clever_id = ? for share")) {
                held.setString(1, district.id());
                held.execute();
            }

            CompletableFuture.runAsync(this::look).get(10, TimeUnit.SECONDS);
            assertThat(runs()).containsExactly("DONE 0", "RUNNING 0");
            assertThatThrownBy(this::sync).isInstanceOf(RunRefused.class).hasMessageContaining("was interrupted");
            other.rollback();
        }

        look();

        assertThat(runs()).containsExactly("DONE 0", "DONE 1");
    }

    /** Its schedule: taken on, and due now. */
    private void fire() {
        db.update("update sync.connection set onboarding = 'scheduled' where clever_id = ?", district.id());
        camel.send("direct:district-due", exchange -> {
            exchange.setVariable("district", district.id());
            exchange.setVariable("firedFor", java.time.Clock.systemUTC().instant());
        });
        db.update("update sync.connection set onboarding = 'requested' where clever_id = ?", district.id());
    }

    private double refusals() {
        return meters.counter("galileo.runs", "outcome", "REFUSED", "class", "none")
                .count();
    }

    private void look() {
        camel.send("direct:resume-run", exchange -> exchange.setVariable("district", district.id()));
    }

    private java.util.List<String> runs() {
        return db.queryForList(
                "select state || ' ' || claims from sync.run where district_id = ? order by run_id",
                String.class,
                districtId());
    }

    private String reason() {
        return one(
                "select reason from sync.run where district_id = ? and state = 'ABANDONED'",
                String.class,
                districtId());
    }
}
