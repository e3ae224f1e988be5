package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** How often a login waits for the database. */
class LoginTripsTest extends SsoScenario {

    /** Of a new session: two inserts, each for itself. */
    private static final long OF_SPRING_SESSION = 2;

    @Test
    void a_login_waits_once_at_its_start_and_three_times_at_its_end() throws IOException {
        try (var line = new CountedLine(POSTGRES.getPort());
                var node = node(
                        "--spring.datasource.url=jdbc:postgresql://localhost:" + line.port() + "/postgres",
                        "--galileo.sso.pool.maximum-pool-size=1")) {
            var here = portOf(node);
            for (var i = 0; i < 10; i++) {
                // Until the connection is there and the statements are prepared.
                signIn(newBrowser().at(here));
            }
            var starts = new ArrayList<Long>();
            var callbacks = new ArrayList<Long>();
            for (var i = 0; i < 5; i++) {
                var someone = newBrowser().at(here);
                var before = line.trips();
                var toClever = String.valueOf(someone.location(someone.get(START)));
                starts.add(line.trips() - before);
                var back = String.valueOf(someone.location(someone.get(toClever)));
                before = line.trips();
                someone.get(back);
                callbacks.add(line.trips() - before);
                assertThat(signedInAs(someone)).isEqualTo(nameOf(student));
            }

            // The pool looks at a connection that was idle for half a second: one more now and then.
            assertThat(Collections.min(starts)).as("start").isEqualTo(1);
            assertThat(Collections.min(callbacks)).as("callback").isEqualTo(3 + OF_SPRING_SESSION);
        }
    }
}
