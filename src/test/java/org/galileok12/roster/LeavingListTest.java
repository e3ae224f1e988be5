package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import org.galileok12.run.DistrictForgotten;
import org.galileok12.simulator.SchoolDistrict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A district leaves when Clever says so three times, never because a list came short; and it comes back to where it was. */
class LeavingListTest extends OnboardingScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MeterRegistry meters;

    @SuppressWarnings("NullAway.Init")
    private SchoolDistrict stays;

    @BeforeEach
    void aDistrictThatStays() {
        stays = another("Stays");
        district.student("Amy Ng", district.school("North"));
    }

    @Test
    void f52_a_district_that_two_polls_missed_and_clever_has_no_token_of_is_gone_and_its_roster_stays() {
        takeOn();
        syncDone();
        var before = roster();
        district.disconnect();

        assertThat(poll().path("gone").asInt()).isZero();
        assertThat(standing(district)).isEqualTo("scheduled");
        CLEVER.forgetRequests();
        var second = poll();

        assertThat(second.path("gone").asInt()).isEqualTo(1);
        assertThat(CLEVER.requests("tokens"))
                .anySatisfy(request -> assertThat(request.query()).endsWith("&district=" + district.id()));
        assertThat(standing(district)).isEqualTo("gone");
        assertThat(standing(stays)).isEqualTo("requested");
        assertThat(roster()).isEqualTo(before);
        assertThatThrownBy(this::sync)
                .isInstanceOf(DistrictForgotten.class)
                .hasMessageContaining("was disconnected at ")
                .hasMessageContaining(" by Clever's list ");
        assertThat(decisions())
                .last()
                .isEqualTo(
                        "disconnect by Clever's list: Clever has no token of it any more: disconnected; the roster is kept until it is purged.");
        isOpen("authorised", "the district", "It left Clever's list");
        assertThat(poll().path("gone").asInt()).isZero();
    }

    @Test
    void f52_of_a_district_that_has_left_nothing_is_left_after_its_retention_time() {
        takeOn();
        syncDone();
        district.disconnect();
        poll();
        poll();
        assertThatThrownBy(() -> retention.purge(district.id(), false, BY)).hasMessageContaining("is kept for 30 days");
        db.update(
                "update sync.connection set disconnected_at = now() - interval '31 days' where clever_id = ?",
                district.id());

        var purged = retention.purge(district.id(), false, BY);

        assertThat(purged.path("syncedRowsLeft").asLong()).isZero();
        assertThat(rows("select 1 from galileo.person where district_id = ?", districtId()))
                .isEmpty();
        assertThat(rows("select 1 from sync.probe where district_id = ?", districtId()))
                .isEmpty();
    }

    @Test
    void f81_one_poll_without_it_is_forgotten_when_the_next_one_has_it() {
        takeOn();
        for (int i = 0; i < 3; i++) {
            district.disconnect();
            poll();
            district.authorise();
            poll();
        }

        assertThat(standing(district)).isEqualTo("scheduled");
        assertThat(shown().path("missedPolls").asInt()).isZero();
    }

    @Test
    void f81_a_district_that_clever_knows_when_asked_for_it_alone_stays_however_often_the_list_lacks_it() {
        takeOn();
        var listWithoutIt =
                "{\"data\":[{\"id\":\"a\",\"created\":\"2025-08-01T00:00:00Z\",\"owner\":{\"type\":\"district\",\"id\":\""
                        + stays.id()
                        + "\"},\"access_token\":\"x\",\"scopes\":[\"read:students\"]}],\"links\":[]}";

        for (int i = 0; i < 4; i++) {
            CLEVER.onPage("tokens", 1).body(listWithoutIt);
            assertThat(poll().path("gone").asInt()).isZero();
        }

        assertThat(standing(district)).isEqualTo("scheduled");
        assertThat(shown().path("missedPolls").asInt()).isEqualTo(4);
    }

    @Test
    void f81_a_district_that_cannot_be_asked_for_alone_is_asked_again_by_the_next_poll() {
        takeOn();
        district.disconnect();
        poll();
        CLEVER.onAnyPage("tokens").in(district).times(6).answer(500);

        assertThat(poll().path("gone").asInt()).isZero();
        assertThat(standing(district)).isEqualTo("scheduled");

        assertThat(poll().path("gone").asInt()).isEqualTo(1);
    }

    @Test
    void f80_an_empty_list_changes_nothing_and_alerts() {
        takeOn();
        var refused = refusedPolls();
        district.disconnect();
        stays.disconnect();

        for (int i = 0; i < 3; i++) {
            var poll = poll();
            assertThat(poll.path("outcome").asText()).isEqualTo("refused");
            assertThat(poll.path("reason").asText())
                    .isEqualTo("Clever's list has no district at all, 2 are here: nothing was changed.");
        }

        assertThat(standing(district)).isEqualTo("scheduled");
        assertThat(shown().path("missedPolls").asInt()).isZero();
        assertThat(refusedPolls()).isEqualTo(refused + 3);
        assertThat(districts.list().path("poll").path("outcome").asText()).isEqualTo("refused");
        assertThat(districts.list().path("poll").path("appliedAt").isTextual()).isTrue();
    }

    @Test
    void f80_more_than_two_districts_and_a_twentieth_missing_at_once_change_nothing_and_alert() {
        var leaving = new ArrayList<SchoolDistrict>();
        for (int i = 0; i < 38; i++) {
            leaving.add(another("Many " + i));
        }
        assertThat(poll().path("arrived").asInt()).isEqualTo(40);
        leaving.subList(0, 3).forEach(SchoolDistrict::disconnect);
        var fresh = another("New that day");

        for (int i = 0; i < 3; i++) {
            assertThat(poll().path("reason").asText())
                    .startsWith("3 of 40 districts are missing in Clever's list at once: nothing was changed.");
        }
        assertThat(isHere(fresh)).isFalse();

        // Two of them are no mass.
        leaving.get(0).authorise();
        assertThat(poll().path("outcome").asText()).isEqualTo("applied");
        assertThat(poll().path("gone").asInt()).isEqualTo(2);
        assertThat(isHere(fresh)).isTrue();
    }

    @Test
    void f81_a_district_that_is_back_is_where_it_was() {
        takeOn();
        syncDone();
        gone();

        district.authorise();
        assertThat(poll().path("returned").asInt()).isEqualTo(1);

        assertThat(standing(district)).isEqualTo("scheduled");
        assertThat(count(syncDone(), "total", "created")).isZero();
        assertThat(one(
                        "select accepted_at is null from sync.connection where clever_id = ?",
                        Boolean.class,
                        district.id()))
                .isTrue();
    }

    @Test
    void f81_a_district_that_a_person_disconnected_after_it_had_left_the_list_stays_so_too() {
        takeOn();
        gone();
        retention.disconnect(district.id(), BY);
        assertThat(shown().path("disconnectedBy").asText()).isEqualTo(BY);

        district.authorise();

        assertThat(poll().path("returned").asInt()).isZero();
        assertThat(standing(district)).isEqualTo("disconnected");
    }

    @Test
    void f81_a_district_that_a_person_disconnected_stays_so_though_the_list_has_it() {
        takeOn();
        retention.disconnect(district.id(), BY);
        district.rotateToken();

        assertThat(poll().path("returned").asInt()).isZero();

        assertThat(standing(district)).isEqualTo("disconnected");
        district.disconnect();
        poll();
        poll();
        poll();
        district.authorise();
        poll();
        assertThat(standing(district)).isEqualTo("disconnected");
    }

    @Test
    void f81_a_district_that_is_back_after_its_purge_waits_for_a_person() {
        takeOn();
        syncDone();
        gone();
        db.update(
                "update sync.connection set disconnected_at = now() - interval '31 days' where clever_id = ?",
                district.id());
        retention.purge(district.id(), false, BY);

        district.authorise();
        poll();

        assertThat(standing(district)).isEqualTo("purged");
        isOpen("accepted", "us", "Purged at ");
        isOpen("dry-run", "us", "There is no dry run yet.");
        assertThatThrownBy(this::sync).isInstanceOf(DistrictForgotten.class);
        retention.accept(district.id(), BY);
        assertThat(standing(district)).isEqualTo("accepted");
        poll();
        retention.accept(district.id(), plan(dryRun()), BY);
        assertThat(standing(district)).isEqualTo("scheduled");
    }

    @Test
    void f81_a_declined_district_stays_declined_through_leaving_and_coming_back() {
        poll();
        districts.decline(district.id(), "not a customer", BY);
        gone();
        district.authorise();
        poll();

        assertThat(standing(district)).isEqualTo("declined");
        assertThatThrownBy(this::sync)
                .isInstanceOf(DistrictForgotten.class)
                .hasMessageContaining("was declined at ")
                .hasMessageContaining(" by Olga Ops ");
    }

    @Test
    void f81_a_district_that_somebody_typed_and_clever_never_listed_is_not_missed() {
        district.disconnect();
        sync();
        poll();
        poll();
        poll();

        assertThat(standing(district)).isEqualTo("requested");
        isOpen("authorised", "the district", "Clever's list of districts has not had it.");
    }

    private void gone() {
        district.disconnect();
        poll();
        assertThat(poll().path("gone").asInt()).isEqualTo(1);
    }

    private double refusedPolls() {
        return meters.counter("galileo.discovery.polls", "outcome", "refused").count();
    }
}
