package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proof of completeness that fails, by a single row or a single id, lets nobody be taken for gone. */
class CompletenessProofsTest extends RichScenario {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from stage.person where ctid = (select min(ctid) from stage.person where district_id = ?)",
                "delete from stage.filtered where district_id = ? and collection = 'users'",
                "delete from stage.rejected where district_id = ? and collection = 'users'",
                "update sync.run_collection set staged = staged - 1 where district_id = ? and collection = 'users'",
                "update sync.run_collection set done = false where district_id = ? and collection = 'users'",
                "delete from sync.run_collection where district_id = ? and collection = 'users'",
            })
    void a_stage_that_lost_one_row_and_a_checkpoint_that_miscounts_or_saw_no_last_page_end_the_run(String loss) {
        var leaver = publishedClass(12);
        district.student("Kept Out").grade("12");
        district.student("Bad Ode").set("/email", 7);
        statements.before(statement -> {
            if (statement.equals("find-incomplete-collections.sql")) {
                assertThat(db.update(loss, districtId())).isEqualTo(1);
            }
        });

        assertThat(syncFails("LOCAL").reason()).startsWith("The stage does not hold what was read (users: expected ");

        statements.reset();
        syncTakesOut(leaver);
    }

    @Test
    void ids_that_do_not_ascend_though_none_came_twice_let_nobody_of_their_collection_be_deactivated() {
        var leaver = publishedClass(12);
        CLEVER.onPage("users", 2).in(district).changed(page -> {
            var data = page.withArray("data");
            data.insert(0, data.remove(1));
            return page;
        });

        var result = syncIncomplete("users");

        assertThat(count(result, "person", "deactivated")).isZero();
        assertThat(count(result, "enrollment", "deactivated")).isZero();
        assertThat(isActive(leaver)).isTrue();
        syncTakesOut(leaver);
    }
}
