package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.galileok12.run.DistrictForgotten;
import org.galileok12.run.RunRefused;
import org.junit.jupiter.api.Test;

/** A district that left is forgotten whole, only when it may be, and comes back only when a person says so. */
class PurgeTest extends RetentionScenario {

    @Test
    void a_purge_leaves_no_synced_row_and_no_word_about_anybody() {
        var rich = new RichDistrict(district);
        rich.student(0).named("Zebulon Zimmermannx");
        rich.student(2).email("zebra.zimmermannx@north.example");
        syncDone();
        rich.student(0).named("Zacharias Zimmermannx");
        rich.changeEverything();
        syncDone();
        var quarantined = rich.student(10).id();
        var keptOut = rich.student(11).id();
        assertThat(tablesThatHold("zimmermannx")).contains("galileo.person");
        assertThat(tablesThatHold("zebulon")).contains("sync.journal");
        assertThat(tablesThatHold(quarantined)).contains("sync.quarantine", "sync.run");
        disconnectedLongAgo();

        var answer = retention.purge(district.id(), false, "ada");

        for (var word : List.of(
                "zimmermannx",
                "zebulon",
                "zacharias",
                quarantined,
                keptOut,
                rich.student(0).id())) {
            assertThat(tablesThatHold(word)).as(word).isEmpty();
        }
        assertThat(answer.path("syncedRowsLeft").asLong()).isZero();
        assertThat(answer.path("deleted").path("student").asLong()).isPositive();
        assertThat(staged()).isZero();
        for (var table : tables("galileo")) {
            assertThat(one(
                            "select count(*) from galileo." + table + " where district_id = ?",
                            Long.class,
                            districtId()))
                    .as(table)
                    .isZero();
        }
        assertThat(rows(
                        "select 1 from sync.journal where district_id = ? and (before is not null or after is not null)",
                        districtId()))
                .isEmpty();
        assertThat(rows(
                        "select 1 from sync.journal where district_id = ? and entity = 'person' and action = 'update' and 'first_name' = any(columns)",
                        districtId()))
                .isNotEmpty();
    }

    @Test
    void a_purge_is_journalled_by_counts_under_a_run_of_its_own_and_kept_as_a_decision() {
        district.student("Amy Ng", district.school("North"));
        syncDone();
        disconnectedLongAgo();

        var answer = retention.purge(district.id(), false, "ada");

        assertThat(rows(
                        "select entity, rows, id, before, after from sync.journal where district_id = ? and action = 'purge' and run_id = ? order by entity",
                        districtId(),
                        answer.path("run").asLong()))
                .extracting(row -> row.get("entity") + " " + row.get("rows"))
                .containsExactly("district 1", "person 1", "person_school 1", "school 1", "student 1");
        assertThat(one(
                        "select trigger || ' ' || state from sync.run where run_id = ?",
                        String.class,
                        answer.path("run").asLong()))
                .isEqualTo("purge DONE");
        assertThat(decisions())
                .containsExactly(
                        "disconnect by ada: Disconnected; the roster is kept.",
                        "purge by ada: Purged: 5 rows deleted, no synced row is left.");
    }

    @Test
    void rows_made_by_hand_stay_even_those_that_hang_on_purged_people_and_go_only_when_asked() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        var maths = district.section("Maths", north).with(amy);
        syncDone();
        var hand = new ManualRows(db, districtId());
        var zoe = hand.person("Zoe", "Zed", "zoe.z", "student");
        var section = one("select id from galileo.section where clever_id = ?", Long.class, maths.id());
        hand.enroll(section, zoe);
        disconnectedLongAgo();

        var first = retention.purge(district.id(), false, "ada");

        assertThat(first.path("leftByHand")).hasToString("{\"enrollment\":1,\"student\":1,\"person\":1}");
        assertThat(one("select count(*) from galileo.enrollment where student_id = ?", Long.class, zoe))
                .isEqualTo(1);

        var all = retention.purge(district.id(), true, "ada");

        assertThat(all.path("leftByHand")).isEmpty();
        assertThat(all.path("rowsDeleted").asLong()).isEqualTo(3);
    }

    @Test
    void a_district_that_is_not_disconnected_or_not_long_enough_is_not_purged_and_the_refusal_is_kept() {
        district.student("Amy Ng", district.school("North"));
        syncDone();
        var before = roster();

        assertThatThrownBy(() -> retention.purge(district.id(), false, "ada"))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("is not disconnected; nothing was deleted. First: disconnect " + district.id());
        retention.disconnect(district.id(), "ada");
        assertThatThrownBy(() -> retention.purge(district.id(), false, "bob"))
                .isInstanceOf(RunRefused.class)
                .hasMessageMatching(".* is kept for 30 days, until 20\\d\\d-.*; nothing was deleted\\.");

        assertThat(roster()).isEqualTo(before);
        assertThat(decisions()).hasSize(3).last().asString().startsWith("purge by bob: Refused: District ");
    }

    @Test
    void without_a_retention_time_nothing_is_purged_and_the_refusal_says_what_to_set() {
        district.student("Amy Ng", district.school("North"));
        syncDone();
        disconnectedLongAgo();

        try (var service = service(new RoutesCopy())) {
            assertThatThrownBy(() ->
                            service.getBean(org.galileok12.run.Retention.class).purge(district.id(), false, "ada"))
                    .hasMessageContaining("Set SYNC_RETENTION_DAYS");
        }
        assertThat(rows("select 1 from galileo.student where district_id = ?", districtId()))
                .hasSize(1);
    }

    @Test
    void after_a_purge_no_run_brings_anything_back_until_a_person_accepts_the_district() {
        district.student("Amy Ng", district.school("North"));
        syncDone();
        disconnectedLongAgo();
        retention.purge(district.id(), false, "ada");

        assertThatThrownBy(this::sync)
                .isInstanceOf(DistrictForgotten.class)
                .hasMessageContaining("was purged at ")
                .hasMessageContaining("accept " + district.id());
        assertThat(rows("select 1 from galileo.person where district_id = ?", districtId()))
                .isEmpty();

        retention.accept(district.id(), "eve");

        assertThat(count(syncDone(), "student", "created")).isEqualTo(1);
        assertThat(decisions())
                .last()
                .isEqualTo("accept by eve: Accepted after a purge; the next run brings the roster.");
    }

    @Test
    void a_purge_that_fails_in_its_last_statement_has_deleted_nothing() {
        district.student("Amy Ng", district.school("North"));
        syncDone();
        disconnectedLongAgo();
        var before = roster();
        statements.refuse("save-decision.sql", 1);

        assertThatThrownBy(() -> retention.purge(district.id(), false, "ada")).isInstanceOf(RunRefused.class);

        assertThat(roster()).isEqualTo(before);
        assertThat(one(
                        "select purged_at is null from sync.connection where clever_id = ?",
                        Boolean.class,
                        district.id()))
                .isTrue();
    }
}
