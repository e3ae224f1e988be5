package org.galileok12.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs after all tests (pom.xml, execution after-all-tests), so its name keeps it out of the run itself. */
class ExercisedRoutesCheck {

    @Test
    void every_route_was_exercised_by_a_test() throws IOException {
        var run = TestRun.read(Path.of("target"));
        assumeTrue(run.whole(), "only a part of the tests was run (-Dtest=…), so a route may be idle");

        assertThat(ExercisedRoutes.neverRan(Project.here(), run))
                .as("routes that no test ran (file and id)")
                .isEmpty();
    }
}
