package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.galileok12.run.Outcome;
import org.junit.jupiter.api.Test;

/** What is remembered of those whom a rule keeps out, and rules that would keep out everybody. */
class KeptOutTest extends SharingScenario {

    @Test
    void why_is_this_student_not_here_has_an_answer_and_nothing_else_of_the_student_is_kept() {
        var town = town(TownRules.REMEMBERED);
        town.ben.named("Zebulon Zimmermann");
        town.amy.named("Amaryllis Aumann");

        var run = syncDone().runId();

        assertThat(keptOut(town))
                .containsExactlyInAnyOrder(
                        "schools south include.schools",
                        "sections art include.schools",
                        "sections club include.schools",
                        "users ben include.schools",
                        "users tom include.schools",
                        "users sue include.schools",
                        "users parentOfBen follows.students");
        assertThat(rows("select distinct run_id from sync.filtered_id where district_id = ?", districtId()))
                .containsExactly(Map.of("run_id", run));
        assertThat(tablesThatHold("Zimmermann")).isEmpty();
        assertThat(tablesThatHold("Aumann")).containsExactly("galileo.person");
    }

    @Test
    void the_report_counts_the_ids_by_rule() {
        town(TownRules.COUNTED);

        assertThat(syncDone().report().path("filteredBy"))
                .hasToString("{\"include.schools\":6,\"follows.students\":1}");
    }

    @Test
    void rules_that_leave_no_student_fail_the_run_and_leave_the_roster_as_it_was() {
        var town = town(TownRules.NOBODY_LEFT);
        syncDone();
        assertThat(active(town, "person")).contains("amy");
        var before = rows("select * from galileo.person where district_id = ? order by id", districtId());

        town.amy.grade("6");
        var failed = sync();

        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.reason()).contains("leave no student").contains("sharing.yaml");
        assertThat(rows("select * from galileo.person where district_id = ? order by id", districtId()))
                .isEqualTo(before);
        assertThat(active(town, "person")).contains("amy", "parentOfAmy");
    }

    private List<String> tablesThatHold(String name) {
        return db
                .queryForList(
                        "select schemaname || '.' || relname from pg_stat_user_tables where schemaname in ('galileo', 'sync', 'stage')",
                        String.class)
                .stream()
                .filter(table -> one(
                                "select count(*) from " + table + " row where row::text like '%' || ? || '%'",
                                Long.class,
                                name)
                        > 0)
                .toList();
    }
}
