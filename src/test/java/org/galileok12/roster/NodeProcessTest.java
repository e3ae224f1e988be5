package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The second JVM that other tests kill. */
class NodeProcessTest extends SyncScenario {

    @Test
    void a_second_jvm_synchronises_a_district_of_the_scenario_and_prints_its_report() {
        district.student("Amy Ng", district.school("North"));

        try (var node = NodeProcess.run(List.of("sync", district.id()))) {
            assertThat(node.ended()).as(node.output()).isZero();
            assertThat(node.output()).contains("District " + district.id()).contains(": done");
        }
    }
}
