package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A run that a node of another version began: its pages count only where both versions make the same of them. */
class CheckpointFormatTest extends InterruptedScenario {

    @Test
    void f59_a_run_begun_by_another_version_is_walked_anew() {
        // The hash covers the version of the service, beside its files.
        change("walk_files = 'files of another version'");

        goesOn(0);

        assertThat(CLEVER.requests("users")).hasSize(3);
        assertThat(CLEVER.requests("sections")).hasSize(1);
    }

    @Test
    void f59_a_run_begun_by_a_version_that_kept_nothing_of_its_walk_is_walked_anew() {
        change("walk_at = null, walk_last_sync = null, walk_api_version = null, walk_files = null");

        goesOn(0);

        assertThat(CLEVER.requests("users")).hasSize(3);
    }

    @Test
    void f59_checkpoints_written_without_this_versions_columns_are_gone_on_with_and_proved() {
        var before = rows("select * from sync.run_collection where district_id = ? order by collection", districtId());
        writtenByAVersionThatKnowsNoMarks();
        assertThat(rows("select * from sync.run_collection where district_id = ? order by collection", districtId()))
                .isEqualTo(before)
                .hasSize(5)
                .allMatch(row -> Boolean.FALSE.equals(row.get("proved")) && Boolean.FALSE.equals(row.get("shared")));

        goesOn(6);

        assertThat(CLEVER.requests("users")).hasSize(1);
    }

    @Test
    void f59_checkpoints_with_a_column_of_a_newer_version_are_gone_on_with() {
        db.execute("alter table sync.run_collection add column of_a_newer_version text not null default 'x'");
        try {
            goesOn(6);
        } finally {
            db.execute("alter table sync.run_collection drop column of_a_newer_version");
        }
    }

    private void writtenByAVersionThatKnowsNoMarks() {
        var columns = db.queryForList("""
                        select column_name::text from information_schema.columns
                        where table_schema = 'sync' and table_name = 'run_collection' and column_name not in ('proved', 'shared')
                        """, String.class).stream().collect(Collectors.joining(", "));
        db.execute("create table public.old_checkpoint as select " + columns
                + " from sync.run_collection where district_id = " + districtId());
        db.update("delete from sync.run_collection where district_id = ?", districtId());
        db.execute(
                "insert into sync.run_collection (" + columns + ") select " + columns + " from public.old_checkpoint");
        db.execute("drop table public.old_checkpoint");
    }
}
