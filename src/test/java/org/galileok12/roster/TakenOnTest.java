package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.galileok12.run.NeverSeen;
import org.galileok12.run.Outcome;
import org.galileok12.run.RunRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people decide about a district on its way, what is refused, and who then is synchronised. */
class TakenOnTest extends OnboardingScenario {

    private static final String UNKNOWN = "0123456789abcdef01234567";

    @BeforeEach
    void aStudent() {
        district.student("Amy Ng", district.school("North"));
    }

    @Test
    void only_who_is_scheduled_and_not_paused_is_synchronised_together_but_a_person_may_ask_for_any() {
        assertThat(districtSync.districtsToSync()).isEmpty();
        poll();
        assertThat(districtSync.districtsToSync()).isEmpty();
        syncDone();

        retention.accept(district.id(), BY);
        assertThat(districtSync.districtsToSync()).containsExactly(district.id());
        assertThat(districtSync.rosteringDistricts()).containsExactly(district.id());

        districts.pause(district.id(), BY);
        assertThat(districtSync.districtsToSync()).isEmpty();
        assertThat(standing(district)).isEqualTo("paused");
        syncDone();

        districts.resume(district.id(), BY);
        assertThat(districtSync.districtsToSync()).containsExactly(district.id());
        assertThat(decisions())
                .containsExactly(
                        "accept by Olga Ops: Accepted.",
                        "pause by Olga Ops: Paused: it is left out of its schedule.",
                        "resume by Olga Ops: Resumed: it has its schedule again.");
    }

    @Test
    void a_declined_district_is_not_synchronised_until_it_is_accepted() {
        poll();
        districts.decline(district.id(), "Left for another product", BY);

        assertThat(standing(district)).isEqualTo("declined");
        isOpen("accepted", "us", ": Left for another product");
        assertThatThrownBy(this::sync).hasMessageContaining("was declined at");
        assertThat(rows("select 1 from sync.run where district_id = ?", districtId()))
                .isEmpty();
        assertThatThrownBy(() -> districts.decline(district.id(), null, BY))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("was declined already, at 20");

        retention.accept(district.id(), BY);
        assertThat(standing(district)).isEqualTo("accepted");
        syncDone();
        assertThat(decisions()).element(2).isEqualTo("accept by Olga Ops: Accepted after it was declined.");
    }

    @Test
    void who_is_declined_while_a_run_begins_is_not_published() {
        poll();
        CLEVER.onPage("users", 1)
                .in(district)
                // As if decline had not seen the run: both began at the same moment.
                .before(() -> db.update(
                        "update sync.connection set onboarding = 'declined' where clever_id = ?", district.id()));

        assertThat(sync().outcome()).isEqualTo(Outcome.FAILED);

        assertThat(rows("select 1 from galileo.person where district_id = ?", districtId()))
                .isEmpty();
    }

    @Test
    void who_was_declined_and_is_taken_on_after_all_has_a_dry_run_read_anew() {
        poll();
        var plan = plan(dryRun());
        db.update("update sync.probe set students = false where district_id = ?", districtId());
        retention.accept(district.id(), plan, BY);
        isDone("dry-run", "was read by Olga Ops");

        districts.decline(district.id(), "not ours", BY);
        retention.accept(district.id(), BY);

        isOpen("dry-run", "us", "Nobody has confirmed");
    }

    @Test
    void who_is_synchronised_already_is_disconnected_not_declined() {
        takeOn();
        assertThatThrownBy(() -> districts.decline(district.id(), null, BY))
                .hasMessage("District " + district.id() + " is synchronised already: to stop that, disconnect it.");
        var other = another("By hand");
        other.student("Bob Ode", other.school("South"));
        district = other;
        syncDone();

        assertThatThrownBy(() -> districts.decline(district.id(), null, BY))
                .hasMessageContaining("is synchronised already");
        assertThat(standing(district)).isEqualTo("requested");
    }

    @Test
    void what_is_paused_is_not_paused_again_and_what_is_not_is_not_resumed() {
        poll();
        assertThatThrownBy(() -> districts.resume(district.id(), BY))
                .hasMessage("District " + district.id() + " is not paused.");
        districts.pause(district.id(), BY);
        assertThatThrownBy(() -> districts.pause(district.id(), "Bob"))
                .hasMessageContaining("is paused already, since 20")
                .hasMessageEndingWith(" by Olga Ops.");
        districts.resume(district.id(), BY);
        districts.decline(district.id(), null, BY);
        assertThatThrownBy(() -> districts.pause(district.id(), BY)).hasMessageContaining("is declined: nothing of it");
        retention.disconnect(district.id(), BY);
        assertThatThrownBy(() -> districts.pause(district.id(), BY)).hasMessageContaining("has left: nothing of it");
        assertThat(decisions())
                .filteredOn(decision -> decision.contains("Refused: "))
                .hasSize(4);
    }

    @Test
    void a_paused_district_stays_where_it_is_and_goes_on_when_it_is_resumed() {
        poll();
        districts.pause(district.id(), BY);
        retention.accept(district.id(), plan(dryRun()), BY);
        assertThat(shown().path("onboarding").asText()).isEqualTo("accepted");

        districts.resume(district.id(), BY);

        assertThat(standing(district)).isEqualTo("scheduled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "decline", "pause", "resume", "show"})
    void a_district_that_nobody_knows_is_a_sentence_and_leaves_no_trace(String what) {
        assertThatThrownBy(() -> {
                    switch (what) {
                        case "accept" -> retention.accept(UNKNOWN, BY);
                        case "decline" -> districts.decline(UNKNOWN, null, BY);
                        case "pause" -> districts.pause(UNKNOWN, BY);
                        case "resume" -> districts.resume(UNKNOWN, BY);
                        default -> districts.show(UNKNOWN, true);
                    }
                })
                .isInstanceOf(NeverSeen.class)
                .hasMessage("District " + UNKNOWN + " was never synchronised here. Check the id.");
        assertThat(rows("select 1 from sync.connection where clever_id = ?", UNKNOWN))
                .isEmpty();
    }

    @Test
    void a_list_of_districts_says_of_each_what_is_open_and_when_clever_was_last_looked_at() {
        poll();

        var list = districts.list();

        assertThat(list.path("poll").path("outcome").asText()).isEqualTo("applied");
        assertThat(list.path("districts"))
                .filteredOn(each -> each.path("district").asText().equals(district.id()))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.path("standing").asText()).isEqualTo("requested");
                    assertThat(each.path("openItem").asText()).isEqualTo("accepted");
                    assertThat(each.path("openActs").asText()).isEqualTo("us");
                    assertThat(each.has("nextRun")).isTrue();
                });
    }
}
