package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A district that has left Clever's list: its people are out, at once, and come in again once a run has published since its return. */
class LeftDistrictTest extends AdmissionScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ProducerTemplate camel;

    @Test
    void f52_a_district_that_has_left_ends_its_sessions_and_nobody_of_it_signs_in() {
        var amy = district.student("Amy Ng", north);
        open();
        var signedIn = comesIn(amy);
        session(signedIn);
        var stays = CLEVER.district("Stays beside " + district.id());
        stays.school("South");
        db.update(
                "update sync.connection set disconnected_at = now(), disconnected_by = 'another test' where disconnected_at is null and clever_id <> ?",
                district.id());
        poll();
        district.disconnect();
        poll();
        assertThat(hasSession(signedIn)).as("after one poll").isTrue();
        comesIn(amy);

        assertThat(poll().path("gone").asInt()).isEqualTo(1);

        assertThat(hasSession(signedIn)).isFalse();
        isRefused(amy, Reason.DISTRICT_DISCONNECTED);
        assertThat(one(
                        "select disconnected_at is not null and gone_at is not null from sync.connection where clever_id = ?",
                        Boolean.class,
                        district.id()))
                .as("its retention time runs")
                .isTrue();

        district.authorise();
        poll();
        isRefused(amy, Reason.NOT_PUBLISHED);
        syncDone();
        comesIn(amy);
    }

    private ObjectNode poll() {
        var exchange = camel.send("direct:poll-districts", it -> it.setVariable("byHand", false));
        assertThat(exchange.getException()).isNull();
        return Objects.requireNonNull(exchange.getVariable("poll", ObjectNode.class));
    }
}
