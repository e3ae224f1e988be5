package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import org.galileok12.run.DistrictForgotten;
import org.galileok12.simulator.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Districts come from Clever's list, with what it says of them; nothing of a district is read but that there is something. */
class DiscoveryTest extends OnboardingScenario {

    @Test
    void a_district_that_is_new_in_the_list_is_requested_with_its_name_sis_scopes_and_date() {
        district.set("name", "Springfield Unified").set("sis_type", "powerschool");
        district.student("Amy Ng", district.school("North"));

        var poll = poll();

        assertThat(poll.path("outcome").asText()).isEqualTo("applied");
        assertThat(poll.path("arrived").asInt()).isEqualTo(1);
        assertThat(db.queryForMap(
                        "select onboarding, name, sis_type, rostering, 'read:students' = any(scopes) as scoped, missed_polls, gone_at, taken_on_at, authorised_at is not null as dated from sync.connection where clever_id = ?",
                        district.id()))
                .containsExactlyInAnyOrderEntriesOf(nullable(Map.of(
                        "onboarding",
                        "requested",
                        "name",
                        "Springfield Unified",
                        "sis_type",
                        "powerschool",
                        "rostering",
                        true,
                        "scoped",
                        true,
                        "missed_polls",
                        0,
                        "dated",
                        true)));
        assertThat(rows("select 1 from sync.run where district_id = ?", districtId()))
                .isEmpty();
        assertThat(poll().path("arrived").asInt()).isZero();
    }

    @Test
    void of_several_tokens_the_newest_says_what_the_district_permits() {
        district.authorise("read:students_basic", "read:user_id");

        poll();

        assertThat(one("select rostering from sync.connection where clever_id = ?", Boolean.class, district.id()))
                .isFalse();
        district.authorise();
        poll();
        assertThat(one("select rostering from sync.connection where clever_id = ?", Boolean.class, district.id()))
                .isTrue();
    }

    @Test
    void the_list_is_followed_over_all_its_pages() {
        var others = java.util.stream.IntStream.range(0, 7)
                .mapToObj(i -> another("Page " + i))
                .toList();
        CLEVER.tokensPerPage(3);

        assertThat(poll().path("arrived").asInt()).isEqualTo(8);

        assertThat(others).allMatch(this::isHere);
    }

    @Test
    void
            a_district_with_single_sign_on_only_lacks_secure_sync_and_is_never_scheduled_nor_asked_for_more_than_its_name() {
        district.set("name", "Sign-on Unified").basicScopesOnly();
        CLEVER.onAnyPage("tokeninfo").in(district).times(6).answer(500);

        poll();
        assertThat(CLEVER.requests("districts")).isEmpty();
        poll();
        poll();

        isOpen("authorised", "the district", "Secure Sync is missing");
        assertThat(shown().path("name").asText()).isEqualTo("Sign-on Unified");
        assertThat(CLEVER.requests("districts")).hasSize(1);
        assertThat(CLEVER.requests("schools")).isEmpty();
        retention.accept(district.id(), BY);
        poll();
        assertThat(standing(district)).isEqualTo("accepted");
        assertThat(districtSync.districtsToSync()).doesNotContain(district.id());
    }

    @Test
    void f82_a_token_that_was_made_for_another_application_is_refused_and_its_district_never_synchronised() {
        district.student("Amy Ng", district.school("North"));
        district.tokensOf("another-application");

        poll();

        isOpen("authorised", "Clever", "Its token was made for another application");
        isOpen("sharing", "Clever", "Not asked");
        isOpen("sync-status", "Clever", "Not asked");
        assertThat(CLEVER.requests("tokeninfo")).hasSize(1);
        assertThat(CLEVER.requests("users")).isEmpty();
        retention.accept(district.id(), BY);
        assertThatThrownBy(this::sync)
                .isInstanceOf(DistrictForgotten.class)
                .hasMessageContaining("was made for another application");

        district.tokensOf(org.galileok12.simulator.LocalClever.CLIENT_ID);
        poll();
        isDone("authorised", "Authorised on ");
        syncDone();
    }

    @Test
    void f82_a_scheduled_district_whose_token_counted_as_foreign_is_looked_at_until_it_is_ours_again() {
        district.student("Amy Ng", district.school("North"));
        takeOn();
        district.tokensOf("another-application");
        db.update("update sync.probe set probed_at = now() - interval '25 hours' where district_id = ?", districtId());
        poll();
        assertThat(shown().path("openItem").asText()).isEqualTo("authorised");
        assertThatThrownBy(this::sync).isInstanceOf(DistrictForgotten.class);

        district.tokensOf(org.galileok12.simulator.LocalClever.CLIENT_ID);
        poll();

        assertThat(shown().path("openItem").isNull()).isTrue();
        syncDone();
    }

    @Test
    void a_scheduled_district_that_keeps_sign_on_only_is_on_no_schedule_and_the_list_says_why() {
        district.student("Amy Ng", district.school("North"));
        takeOn();
        var onSchedule = "select 1 from sync.next_run where clever_id = ?";
        assertThat(rows(onSchedule, district.id())).hasSize(1);

        district.basicScopesOnly();
        poll();

        assertThat(rows(onSchedule, district.id())).isEmpty();
        assertThat(standing(district)).isEqualTo("sign-on only");
        assertThat(shown().path("openAdvice").asText()).contains("Secure Sync");
        district.authorise();
        poll();
        assertThat(standing(district)).isEqualTo("scheduled");
        assertThat(rows(onSchedule, district.id())).hasSize(1);
    }

    @Test
    void a_look_at_a_district_asks_for_one_record_of_each_collection_and_keeps_none() {
        district.student("Zebulon Zimmermannx", district.school("North"));

        poll();

        assertThat(CLEVER.requests().stream()
                        .filter(request -> request.path().startsWith("/v3.1/"))
                        .map(RecordedRequest::query))
                .allMatch(query -> query.isEmpty() || query.startsWith("limit=1"));
        assertThat(CLEVER.requests()).allMatch(request -> request.method().equals("GET"));
        assertThat(CLEVER.requests().stream().map(RecordedRequest::path).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "/oauth/tokens",
                        "/oauth/tokeninfo",
                        "/v3.1/districts",
                        "/v3.1/schools",
                        "/v3.1/terms",
                        "/v3.1/courses",
                        "/v3.1/users",
                        "/v3.1/sections");
        assertThat(CLEVER.requests("users"))
                .singleElement()
                .satisfies(request -> assertThat(request.query()).isEqualTo("limit=1&role=student"));
        assertThat(rows("select 1 from sync.probe p where p::text ilike '%zimmermannx%'"))
                .isEmpty();
    }

    @Test
    void a_district_that_cannot_be_asked_keeps_the_others_waiting_for_nothing() {
        var broken = another("Broken");
        CLEVER.onAnyPage("districts").in(broken).always().answer(500);
        district.student("Amy Ng", district.school("North"));

        assertThat(poll().path("outcome").asText()).isEqualTo("applied");

        isDone("sharing", "Shared: schools, students");
        var before = district;
        district = broken;
        isOpen("sharing", "Clever", "GET /v3.1/districts was answered 500");
        isOpen("sync-status", "Clever", "GET /v3.1/districts was answered 500");
        district = before;
    }

    @Test
    void a_look_by_hand_finds_districts_and_misses_none() {
        district.student("Amy Ng", district.school("North"));
        takeOn();
        another("Lonely");
        district.disconnect();

        for (int i = 0; i < 4; i++) {
            districts.discover();
        }

        assertThat(one("select missed_polls from sync.connection where clever_id = ?", Integer.class, district.id()))
                .isZero();
        assertThat(standing(district)).isEqualTo("scheduled");
    }

    private static Map<String, Object> nullable(Map<String, Object> known) {
        var all = new java.util.HashMap<>(known);
        all.put("gone_at", null);
        all.put("taken_on_at", null);
        return all;
    }
}
