package org.galileok12.benchmark.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The script of the cluster still runs, with two nodes in JVMs of their own and a few districts. */
class ClusterDemoTest {

    @Test
    void f61_two_nodes_share_the_districts_and_each_district_runs_once() throws Exception {
        try (var country = Country.of(24, Duration.ofMillis(100));
                var postgres = ClusterDemo.postgres()) {
            var result = ClusterDemo.play("small", country, postgres, 2, false);

            assertThat(result.twice()).isZero();
            assertThat(result.lost()).isZero();
            assertThat(result.spread()).hasSize(2).allMatch(runs -> runs > 0);
            assertThat(result.spread().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(24);
            assertThat(result.students()).isEqualTo(country.students());
        }
    }
}
