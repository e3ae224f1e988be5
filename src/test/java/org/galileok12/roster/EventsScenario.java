package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.apache.camel.ProducerTemplate;
import org.galileok12.run.EventSwitch;
import org.galileok12.run.Outcome;
import org.galileok12.run.RunResult;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** A district that is followed by Clever's events between its full runs. */
abstract class EventsScenario extends GuardScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    ProducerTemplate camel;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    EventSwitch eventSwitch;

    /** Events are on, at Clever and here, and a full run knows the place. */
    void followed() {
        district.events().on();
        for (int i = 0; i < 2; i++) {
            district.events().raw("{\"id\":\"ID\",\"type\":\"districts.updated\"}");
        }
        syncDone();
        eventSwitch.on(district.id(), OPERATOR);
        syncDone();
        assertThat(state()).isEqualTo("The district is followed by events.");
    }

    /** One look at the events of the district, as the trigger makes it every 15 minutes. Out: the last run; null for none. */
    @Nullable RunResult look() {
        var exchange = camel.send("direct:follow-district", it -> it.setVariable("district", district.id()));
        assertThat(exchange.getException()).isNull();
        return exchange.getVariable("result", RunResult.class);
    }

    RunResult follow() {
        var result = look();
        assertThat(result).as(state() + " " + trouble()).isNotNull();
        return Objects.requireNonNull(result);
    }

    /** The events are applied, without anything for a person to decide. */
    RunResult followDone() {
        var result = follow();
        assertThat(result.outcome()).as(String.valueOf(result.reason())).isEqualTo(Outcome.DONE);
        return result;
    }

    String state() {
        return eventSwitch.show(district.id()).path("state").asText();
    }

    @Nullable String trouble() {
        return eventSwitch.show(district.id()).path("trouble").textValue();
    }

    @Nullable String cursor() {
        return db.queryForObject(
                "select events_cursor from sync.connection where clever_id = ?", String.class, district.id());
    }

    /** The cursor is the newest event that Clever has. */
    void atTheEnd() {
        var ids = district.events().ids();
        assertThat(cursor()).isEqualTo(ids.get(ids.size() - 1));
    }

    List<String> eventRuns() {
        return db.queryForList(
                "select state from sync.run where district_id = ? and trigger = 'events' order by run_id",
                String.class,
                districtId());
    }
}
