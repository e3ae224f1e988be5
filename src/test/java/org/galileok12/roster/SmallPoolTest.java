package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.run.DistrictSync;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.junit.jupiter.api.Test;

/** Two connections, as few as the migrations need, and fewer than collections that are read side by side. */
class SmallPoolTest extends SyncScenario {

    @Test
    void f58_a_run_that_wants_more_connections_than_there_are_waits_for_them_and_ends_as_always() {
        var leaver = publishedClass(12);

        try (var small = service(
                new RoutesCopy(),
                "clever.page-size=1",
                "spring.datasource.hikari.maximum-pool-size=2",
                "spring.datasource.hikari.connection-timeout=10000")) {
            var result = small.getBean(DistrictSync.class).sync(district.id(), false, Progress.NONE);

            assertThat(result.outcome()).as(String.valueOf(result.reason())).isEqualTo(Outcome.DONE);
        }
        assertThat(isActive(leaver)).isFalse();
        assertThat(rows("select 1 from galileo.person where district_id = ? and active", districtId()))
                .hasSize(12);
    }
}
