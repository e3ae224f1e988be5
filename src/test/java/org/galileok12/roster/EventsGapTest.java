package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.galileok12.run.NeverSeen;
import org.galileok12.run.Outcome;
import org.galileok12.run.RunRefused;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where events may be missing, nothing is followed until a full run is published; and everybody can read why. */
class EventsGapTest extends EventsScenario {

    @SuppressWarnings("NullAway.Init")
    private ListedPerson amy;

    @BeforeEach
    void town() {
        amy = district.student("Amy Ng", district.school("North"));
    }

    @Test
    void events_that_dropped_off_before_they_were_read_are_noticed_though_clever_answers_200() {
        followed();
        amy.named("Amaryllis Ng");
        amy.grade("7");
        district.events().forget(district.events().ids().size() - 1);

        assertThat(look()).isNull();

        assertThat(state()).startsWith("Events wait for a full run: Clever does not hold the event any more");
        assertThat(column("person", "first_name", amy)).isEqualTo("Amy");
        assertThat(look()).as("nothing is asked until then").isNull();
        followsAgain();
    }

    @Test
    void a_place_that_is_older_than_what_clever_keeps_is_a_gap_even_if_the_feed_begins_with_it() {
        followed();
        amy.named("Amaryllis Ng");
        db.update(
                "update sync.connection set events_read_at = now() - interval '30 days' where clever_id = ?",
                district.id());

        assertThat(look()).isNull();

        assertThat(state()).contains("they were last read at").contains("30 days only");
        followsAgain();
    }

    @Test
    void an_old_event_that_dropped_off_is_no_gap_when_the_feed_was_read_to_its_end_since() {
        district.events().age(Duration.ofDays(40));
        followed();
        amy.grade("4");
        followDone();
        district.events().forget(district.events().ids().size());
        district.events().age(Duration.ZERO);
        amy.named("Amaryllis Ng");

        followDone();

        assertThat(column("person", "first_name", amy)).isEqualTo("Amaryllis");
        nothingLeftToDo();
    }

    @Test
    void a_district_without_any_event_yet_is_followed_from_its_first() {
        syncDone();
        district.events().on();
        eventSwitch.on(district.id(), OPERATOR);
        syncDone();
        assertThat(cursor()).isNull();
        assertThat(look()).isNull();
        amy.named("Amaryllis Ng");

        followDone();

        assertThat(column("person", "first_name", amy)).isEqualTo("Amaryllis");
        atTheEnd();
        amy.grade("9");
        followDone();
        nothingLeftToDo();
    }

    @Test
    void a_place_that_clever_does_not_know_any_more_is_a_gap() {
        followed();
        CLEVER.onAnyPage("events").in(district).answer(404);
        amy.named("Amaryllis Ng");

        assertThat(look()).isNull();

        assertThat(state()).contains("was answered 404");
        followsAgain();
    }

    @Test
    void events_that_clever_has_switched_off_are_a_gap_until_a_full_run_finds_them_on_again() {
        followed();
        district.events().off();
        amy.named("Amaryllis Ng");

        assertThat(look()).isNull();

        assertThat(state()).startsWith("Events wait for a full run").contains("was answered 403");
        syncDone();
        assertThat(trouble()).as("a full run needs no events").contains("events are switched off");
        assertThat(state()).startsWith("Events wait for a full run");
        district.events().on();
        followsAgain();
        assertThat(trouble()).isNull();
    }

    @Test
    void switching_on_takes_effect_with_the_next_full_run_and_switching_off_forgets_the_place() {
        syncDone();
        district.events().on();
        assertThat(eventSwitch.on(district.id(), OPERATOR).path("state").asText())
                .isEqualTo("Events wait for a full run, since which they can be followed.");
        amy.named("Amaryllis Ng");
        assertThat(look()).isNull();
        syncDone();
        amy.grade("6");
        followDone();

        assertThat(eventSwitch.off(district.id(), OPERATOR).path("on").asBoolean())
                .isFalse();

        amy.grade("7");
        assertThat(look()).isNull();
        assertThat(cursor()).isNull();
        assertThat(rows("select outcome from sync.decision where district_id = ? and kind = 'events'", districtId()))
                .hasSize(2);
    }

    @Test
    void a_full_run_that_could_not_prove_everything_leaves_the_events_waiting_and_says_so() {
        for (int i = 0; i < 25; i++) {
            district.student("Bea" + i + " Ng", district.school("North"));
        }
        followed();
        db.update("update sync.connection set events_gap = 'the test says so' where clever_id = ?", district.id());
        amy.grade("7");
        CLEVER.onPage("users", 1).in(district).changed(page -> {
            ((ObjectNode) page.at("/data/0/data")).put("id", 7);
            return page;
        });
        assertThat(sync().outcome()).isIn(Outcome.DONE, Outcome.INCOMPLETE);

        assertThat(state()).startsWith("Events wait for a full run");
        assertThat(trouble()).contains("not everything in it was proven complete");
        followsAgain();
        assertThat(trouble()).isNull();
    }

    @Test
    void events_are_refused_before_the_first_roster_and_for_nobody_we_know() {
        assertThatThrownBy(() -> eventSwitch.on(district.id(), OPERATOR)).isInstanceOf(NeverSeen.class);
        dryRun();

        assertThatThrownBy(() -> eventSwitch.on(district.id(), OPERATOR))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("has no published roster yet");
    }

    private void followsAgain() {
        syncDone();
        assertThat(state()).isEqualTo("The district is followed by events.");
        amy.grade("8");
        followDone();
        assertThat(column("student", "grade", amy)).isEqualTo("8");
        nothingLeftToDo();
    }
}
