package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Any node can finish what another began. */
class TwoNodesTest extends SsoScenario {

    @Test
    void s20_another_node_finishes_the_login_knows_the_session_and_ends_it() {
        try (var other = node()) {
            var otherPort = portOf(other);
            var back = beginLogin(browser);

            var elsewhere = browser.at(otherPort);
            elsewhere.get(back);

            assertThat(signedInAs(elsewhere)).isEqualTo(nameOf(student));
            assertThat(elsewhere.at(port).get("/signing-in").statusCode()).isEqualTo(200);
            assertThat(attempts.rows()).extracting(row -> row.get("reason")).containsExactly("admitted");
            logOut(elsewhere.at(port));
            assertThat(signedInAs(elsewhere)).isNull();
            assertThat(elsewhere.location(elsewhere.get("/signing-in"))).isEqualTo(PUBLIC_URL + "/login");
        }
    }
}
