package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events that come twice, late, with something odd or with nothing new, and what they leave to a full run. */
class OddEventsTest extends FollowedTown {

    @Test
    void an_arrival_who_may_be_somebody_we_know_waits_for_a_full_run() {
        var twin = district.student("Amy Ng", south)
                .sisId(amy.json().at("/roles/student/sis_id").asText());

        var run = followDone();

        assertThat(rows("select 1 from galileo.person where clever_id = ?", twin.id()))
                .isEmpty();
        assertThat(run.report().path("notices").toString()).contains("wait for a complete snapshot");
        syncDone();
        assertThat(active("student", twin)).isTrue();
    }

    @Test
    void the_last_state_wins_within_a_batch() {
        amy.remove();
        amy.restore();
        ben.named("Benno Ode");
        ben.remove();
        maths.without(ben);

        followDone();

        assertThat(active("student", amy)).isTrue();
        assertThat(intervals("enrollment", maths, amy)).containsExactly("open");
        assertThat(active("student", ben)).isFalse();
        nothingLeftToDo();
    }

    @Test
    void a_role_that_nobody_knows_keeps_the_schools_of_the_one_for_which_it_may_stand() {
        ruth.noLonger("teacher").alsoStaff("Coach", south).set("/roles/coach", Map.of("team", "A"));

        followDone();

        assertThat(active("teacher", ruth)).isTrue();
        assertThat(schoolsOf(ruth)).hasSize(2);
        nothingLeftToDo();
    }

    @Test
    void somebody_who_returns_is_the_same_row() {
        amy.remove();
        followDone();
        amy.restore();
        maths.set("/name", "Maths again");

        followDone();

        assertThat(active("student", amy)).isTrue();
        assertThat(intervals("enrollment", maths, amy)).containsExactly("closed", "open");
        // Of the other class no event has told: that is left to the full run.
        assertThat(intervals("enrollment", music, amy)).containsExactly("closed");
        assertThat(count(syncDone(), "enrollment", "created")).isEqualTo(1);
        nothingLeftToDo();
    }

    @Test
    void an_event_of_an_older_state_than_the_roster_is_skipped() {
        var old = amy.json();
        amy.named("Amaryllis Ng");
        syncDone();
        district.events().raw("{\"id\":\"ID\",\"type\":\"users.updated\",\"data\":{\"object\":" + old + "}}");

        var run = followDone();

        assertThat(column("person", "first_name", amy)).isEqualTo("Amaryllis");
        assertThat(run.report().path("events").path("outdated").asLong()).isEqualTo(1);
        assertThat(journal(run)).isEmpty();
    }

    @Test
    void a_deletion_of_an_older_state_than_the_roster_is_skipped() {
        var old = List.of(
                "users.deleted " + amy.json(), "sections.deleted " + maths.json(), "schools.deleted " + south.json());
        amy.named("Amaryllis Ng");
        maths.set("/name", "Maths again");
        south.set("/name", "South again");
        syncDone();
        old.forEach(this::told);

        var run = followDone();

        assertThat(active("person", amy) && active("student", amy)).isTrue();
        assertThat(active("section", maths) && active("school", south)).isTrue();
        assertThat(intervals("enrollment", maths, amy)).containsExactly("open");
        assertThat(run.report().path("events").path("outdated").asLong()).isEqualTo(3);
        assertThat(journal(run)).isEmpty();
        nothingLeftToDo();
    }

    @Test
    void a_deletion_of_the_same_state_or_of_one_that_it_does_not_tell_is_applied() {
        told("users.deleted " + amy.json());
        told("users.deleted {\"id\":\"" + ben.id() + "\"}");
        told("sections.deleted {\"id\":\"" + music.id() + "\",\"last_modified\":\"yesterday\"}");

        followDone();

        assertThat(active("person", amy) || active("person", ben) || active("section", music))
                .isFalse();
    }

    /** In: the type of an event, a blank, and its object. */
    private void told(String event) {
        var parts = event.split(" ", 2);
        district.events().raw("{\"id\":\"ID\",\"type\":\"" + parts[0] + "\",\"data\":{\"object\":" + parts[1] + "}}");
    }

    @Test
    void what_is_not_synchronised_is_skipped_and_the_cursor_moves() {
        for (var type : List.of("districts.updated", "resources.created", "goals.invented", "users.merged", "odd")) {
            district.events()
                    .raw("{\"id\":\"ID\",\"type\":\"" + type + "\",\"data\":{\"object\":{\"id\":\"" + amy.id()
                            + "\"}}}");
        }
        district.events().raw("{\"id\":\"ID\",\"type\":\"users.updated\"}");

        var run = followDone();

        assertThat(run.report().path("events").path("skipped").asLong()).isEqualTo(5);
        assertThat(run.report().path("events").path("unreadable").asLong()).isEqualTo(1);
        assertThat(journal(run)).isEmpty();
        atTheEnd();
        assertThat(look()).isNull();
    }

    @Test
    void a_record_that_cannot_be_read_is_kept_back_and_its_last_good_row_stays() {
        amy.set("/roles/student", "nobody");
        ben.grade("3");

        var run = followDone();

        assertThat(column("person", "first_name", amy)).isEqualTo("Amy");
        assertThat(intervals("enrollment", maths, amy)).containsExactly("open");
        assertThat(column("student", "grade", ben)).isEqualTo("3");
        assertThat(rows("select 1 from sync.quarantine where run_id = ?", run.runId()))
                .hasSize(1);
        atTheEnd();
    }

    @Test
    void events_that_were_applied_before_change_nothing() {
        amy.named("Amaryllis Ng");
        ben.remove();
        var before = cursor();
        followDone();
        var roster = wholeRoster();
        db.update(
                "update sync.connection set events_cursor = ?, events_overlap = null where clever_id = ?",
                before,
                district.id());

        var again = followDone();

        assertThat(journal(again)).isEmpty();
        assertThat(wholeRoster()).isEqualTo(roster);
        atTheEnd();
    }

    @Test
    void rows_made_by_hand_stay_and_a_person_made_by_hand_is_taken_over() {
        var manual = manual();
        var hand = manual.person("Dan", "Roe", "dan.roe", "student", "sis_id", "S-77");
        manual.enroll(idOf("section", maths), hand);
        var dan = district.student("Dan Roe", north).sisId("S-77");
        music.remove();

        followDone();

        assertThat(personId(dan)).isEqualTo(hand);
        assertThat(rows("select 1 from galileo.enrollment where student_id = ? and active_until is null", hand))
                .hasSize(1);
        nothingLeftToDo();
    }

    @Test
    void a_look_without_news_leaves_no_run_and_says_until_when_it_has_read() {
        var before = eventSwitch.show(district.id()).path("readUntil").asText();

        assertThat(look()).isNull();

        assertThat(eventRuns()).isEmpty();
        assertThat(eventSwitch.show(district.id()).path("readUntil").asText()).isGreaterThan(before);
        assertThat(CLEVER.requests("events")
                        .get(CLEVER.requests("events").size() - 1)
                        .query())
                .as("asks again for the last event, to see that it is still kept")
                .contains("starting_after=");
    }
}
