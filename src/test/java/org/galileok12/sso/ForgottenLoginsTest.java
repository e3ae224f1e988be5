package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Logins that were sent to Clever and never came back. */
class ForgottenLoginsTest extends SsoScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    CamelContext camel;

    @Test
    void they_are_forgotten_when_nobody_can_finish_them_any_more() throws Exception {
        beginLogin(browser);
        db.update("update sso.pending_login set began_at = now() - interval '1201 seconds'");
        var late = newBrowser();
        var tooLate = beginLogin(late);
        db.update("update sso.pending_login set began_at = now() - interval '1100 seconds'"
                + " where began_at > now() - interval '1000 seconds'");

        camel.getRouteController().startRoute("sweep-pending-logins");
        try {
            Awaitility.await()
                    .until(() -> db.queryForList(
                                    "select 1 from sso.pending_login where began_at < now() - interval '1200 seconds'")
                            .isEmpty());
        } finally {
            camel.getRouteController().stopRoute("sweep-pending-logins");
        }

        // Kept for as long again, so that its browser is told the truth.
        assertThat(late.get(tooLate).statusCode()).isEqualTo(Reason.EXPIRED_STATE.status());
        assertThat(attempts.rows()).extracting(row -> row.get("reason")).containsExactly("expired_state");
    }
}
