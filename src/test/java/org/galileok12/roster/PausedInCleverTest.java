package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.galileok12.run.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Clever has paused a district, for days: its roster stays and grows old, and somebody hears of it. */
class PausedInCleverTest extends OnboardingScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MeterRegistry meters;

    @Test
    void f51_a_district_that_clever_pauses_keeps_its_roster_and_is_marked_stale_after_days() {
        district.student("Amy Ng", district.school("North"));
        takeOn();
        syncDone();
        var before = roster();
        district.state("paused");

        var skipped = sync();

        assertThat(skipped.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(skipped.reason()).contains("the last good roster stays");
        assertThat(roster()).isEqualTo(before);
        poll();
        assertThat(shown().path("staleAt").isNull()).isTrue();

        var alerts = staleAlerts();
        published("4 days");
        poll();
        poll();

        assertThat(shown().path("staleAt").isTextual()).isTrue();
        assertThat(shown().path("lastReason").asText()).contains("Clever has paused the district");
        assertThat(shown().path("publishedAt").isTextual()).isTrue();
        assertThat(staleAlerts()).as("once").isEqualTo(alerts + 1);
        assertThat(roster()).isEqualTo(before);

        district.state("running");
        assertThat(count(syncDone(), "total", "deactivated")).isZero();
        poll();
        assertThat(shown().path("staleAt").isNull()).isTrue();
    }

    @Test
    void f51_who_paused_a_district_here_hears_nothing_of_its_age() {
        district.student("Amy Ng", district.school("North"));
        takeOn();
        syncDone();
        districts.pause(district.id(), BY);
        published("40 days");

        poll();

        assertThat(shown().path("staleAt").isNull()).isTrue();
    }

    private void published(String ago) {
        db.update(
                "update sync.run set published_at = now() - ?::interval where district_id = ? and published_at is not null",
                ago,
                districtId());
    }

    private double staleAlerts() {
        return meters.counter("galileo.districts.stale").count();
    }
}
