package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/**
 * Clever gives somebody another id, and tells the two halves of it in different batches. A page holds the event that was applied
 * last and one more: every event is a run of its own.
 */
@TestPropertySource(properties = {"sync.events-limit=2", "sync.events-pages=1"})
class EventsRekeyTest extends FollowedTown {

    private long before;

    @BeforeEach
    void sheIsKnown() {
        amy.sisId("77");
        followDone();
        before = personId(amy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"student", "teacher", "contact"})
    void deleted_in_one_batch_and_created_in_the_next_is_the_same_row(String role) {
        var who = who(role);
        var ours = personId(who);
        var runs = eventRuns().size();
        who.newId();

        followDone();

        assertThat(eventRuns()).as("each event by itself").hasSizeGreaterThan(runs + 1);
        assertThat(personId(who)).isEqualTo(ours);
        assertThat(active("person", who) && active(role, who)).isTrue();
        assertThat(alerts()).isEmpty();
        syncDone();
        assertThat(personId(who)).isEqualTo(ours);
        if (role.equals("student")) {
            assertThat(intervals("enrollment", maths, who)).endsWith("open");
        }
        nothingLeftToDo();
    }

    @Test
    void created_in_one_batch_and_deleted_in_the_next_is_the_same_row_after_the_full_run() {
        var old = newIdUntold(amy);
        created(amy);
        followDone();
        assertThat(known(amy)).as("she may be there still").isZero();
        deleted(old);
        followDone();
        assertThat(one("select active from galileo.person where id = ?", Boolean.class, before))
                .isFalse();

        syncDone();

        assertThat(personId(amy)).isEqualTo(before);
        assertThat(active("person", amy) && active("student", amy)).isTrue();
        assertThat(intervals("enrollment", maths, amy)).endsWith("open");
        assertThat(alerts()).isEmpty();
        nothingLeftToDo();
    }

    @Test
    void what_is_told_once_more_of_who_waited_brings_back_the_row_without_a_full_run() {
        var old = newIdUntold(amy);
        created(amy);
        followDone();
        deleted(old);
        followDone();
        amy.grade("7");

        followDone();

        assertThat(personId(amy)).isEqualTo(before);
        assertThat(column("student", "grade", amy)).isEqualTo("7");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void deleted_by_an_event_and_created_before_the_full_run_reads_is_the_same_row() {
        var old = newIdUntold(amy);
        deleted(old);
        followDone();

        assertThat(count(syncDone(), "person", "rekeyed")).isEqualTo(1);

        assertThat(personId(amy)).isEqualTo(before);
    }

    @Test
    void an_incomplete_snapshot_in_between_loses_nobody() {
        var old = newIdUntold(amy);
        deleted(old);
        followDone();
        assertThat(count(syncIncomplete(), "person", "created")).isZero();

        syncDone();

        assertThat(personId(amy)).isEqualTo(before);
    }

    @Test
    void a_number_that_somebody_else_gets_makes_a_new_row_and_a_person_is_asked() {
        amy.remove();
        followDone();
        var zoe = arrival("Zoe Lund");

        followDone();

        isNew(zoe);
        assertThat(alerts()).containsExactly("possible re-key, " + zoe.id() + ", " + before);
        assertThat(active("person", amy)).isFalse();
    }

    @Test
    void who_had_left_before_the_last_complete_snapshot_is_somebody_else_and_asked() {
        amy.remove();
        followDone();
        syncDone();
        var next = arrival("Amy Ng");

        followDone();

        isNew(next);
        assertThat(alerts()).containsExactly("possible re-key, " + next.id() + ", " + before);
    }

    @Test
    void of_two_who_left_in_two_batches_neither_is_taken_for_the_arrival() {
        var twin = district.student("Amy Nguyen", north).sisId("77");
        syncDone();
        amy.remove();
        twin.remove();
        followDone();
        var next = arrival("Amy Ng");

        followDone();

        isNew(next);
    }

    @Test
    void the_number_of_somebody_who_stays_and_has_another_name_is_no_reason_to_wait_or_to_ask() {
        var zoe = arrival("Zoe Lund");

        followDone();

        isNew(zoe);
        assertThat(alerts()).isEmpty();
        assertThat(active("person", amy)).isTrue();
        nothingLeftToDo();
    }

    private ListedPerson who(String role) {
        return switch (role) {
            case "student" -> amy;
            case "teacher" -> ruth;
            default -> mother;
        };
    }

    /** Clever gives another id, and no event tells of it yet. Out: the record under the old one. */
    private JsonNode newIdUntold(ListedPerson who) {
        var old = who.json();
        district.events().off();
        who.newId();
        district.events().on();
        return old;
    }

    /** One event tells of somebody new with the number. */
    private ListedPerson arrival(String name) {
        district.events().off();
        var who = district.student(name, north).sisId("77");
        district.events().on();
        created(who);
        return who;
    }

    private void created(ListedPerson who) {
        event("users.created", who.json());
    }

    private void deleted(JsonNode record) {
        event("users.deleted", record);
    }

    private void event(String type, JsonNode record) {
        district.events().raw("{\"id\":\"ID\",\"type\":\"" + type + "\",\"data\":{\"object\":" + record + "}}");
    }

    private long known(ListedPerson who) {
        return one("select count(*) from galileo.person where clever_id = ?", Long.class, who.id());
    }

    private void isNew(ListedPerson who) {
        assertThat(personId(who)).isNotEqualTo(before);
        assertThat(active("student", who)).isTrue();
    }
}
