package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.galileok12.simulator.SchoolDistrict;
import org.junit.jupiter.api.Test;

/** A publication holds its district for minutes; Clever's list is applied to all others meanwhile. */
class HeldRowPollTest extends OnboardingScenario {

    @Test
    void a_district_that_a_publication_holds_keeps_no_other_from_the_list_and_waits_for_the_next_poll()
            throws Exception {
        var stays = another("Stays");
        var listed = another("Publishes");
        poll();
        db.update("update sync.connection set scopes = null");
        district.disconnect();
        try (var held = Objects.requireNonNull(db.getDataSource()).getConnection()) {
            held.setAutoCommit(false);
            try (var row =
                    held.prepareStatement("select 1 from sync.connection where clever_id in (?, ?) for update")) {
                row.setString(1, district.id());
                row.setString(2, listed.id());
                row.execute();
            }
            CompletableFuture.runAsync(this::poll).get(20, TimeUnit.SECONDS);
            held.rollback();
        }
        assertThat(scopes(stays)).isPositive();
        assertThat(scopes(listed)).isZero();
        assertThat(shown().path("missedPolls").asInt()).isZero();

        poll();

        assertThat(scopes(listed)).isPositive();
        assertThat(shown().path("missedPolls").asInt()).isEqualTo(1);
    }

    private int scopes(SchoolDistrict of) {
        return one(
                "select coalesce(cardinality(scopes), 0) from sync.connection where clever_id = ?",
                Integer.class,
                of.id());
    }
}
