package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ForgottenAttemptsTest extends AdmissionScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ProducerTemplate camel;

    @Test
    void attempts_older_than_the_setting_are_forgotten_batch_by_batch_and_younger_ones_stay() {
        db.update("delete from sso.attempt");
        db.update("""
                insert into sso.attempt (at, reason, correlation)
                select now() - interval '401 days', 'cancelled', 'old' || n from generate_series(1, 25000) n
                """);
        db.update(
                "insert into sso.attempt (at, reason, correlation) values (now() - interval '399 days', 'cancelled', 'young')");

        var exchange = camel.request("direct:forget-attempt-batches", it -> {});

        assertThat(exchange.getException()).isNull();
        assertThat(db.queryForList("select correlation from sso.attempt", String.class))
                .containsExactly("young");
    }
}
