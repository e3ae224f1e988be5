package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of the release before districts had schedules. */
class UpgradeTest extends SyncScenario {

    @Test
    void the_one_nightly_trigger_is_gone_and_districts_that_were_synchronised_are_on_schedule() throws SQLException {
        var database = database();
        migrate(database, "12");
        var old = new JdbcTemplate(database);
        old.update(
                "insert into sync.connection (clever_id) values ('580000000000000000000001'), ('580000000000000000000002')");
        old.update("""
                insert into sync.run (district_id, epoch, trigger, state, finished_at, published_at)
                values (1, 1, 'schedule', 'DONE', now(), now())
                """);
        for (var job : new String[] {"nightly district-sync", "purge-expired retention"}) {
            var name = job.split(" ")[0];
            var group = job.split(" ")[1];
            old.update(
                    "insert into sync.qrtz_job_details values ('galileo', ?, ?, null, 'x', true, false, false, true, null)",
                    name,
                    group);
            old.update(
                    "insert into sync.qrtz_triggers values ('galileo', ?, ?, ?, ?, null, 1, 1, 5, 'WAITING', 'CRON', 1, 0, null, 0, null)",
                    name,
                    group,
                    name,
                    group);
            old.update(
                    "insert into sync.qrtz_cron_triggers values ('galileo', ?, ?, '0 0 2 * * ?', 'UTC')", name, group);
        }
        old.update(
                "insert into sync.qrtz_triggers values ('galileo', 'recover_1', 'RECOVERING_JOBS', 'nightly', 'district-sync', null, 1, 1, 5, 'WAITING', 'SIMPLE', 1, 0, null, -1, null)");
        old.update("insert into sync.qrtz_simple_triggers values ('galileo', 'recover_1', 'RECOVERING_JOBS', 0, 0, 0)");

        migrate(database, "latest");

        assertThat(old.queryForList("select job_name from sync.qrtz_job_details", String.class))
                .containsExactly("purge-expired");
        assertThat(old.queryForList("select trigger_name from sync.qrtz_triggers", String.class))
                .containsExactly("purge-expired");
        assertThat(old.queryForList("select trigger_name from sync.qrtz_cron_triggers", String.class))
                .containsExactly("purge-expired");
        assertThat(old.queryForList("select 1 from sync.qrtz_simple_triggers")).isEmpty();
        assertThat(old.queryForList("select clever_id from sync.schedule where on_schedule", String.class))
                .containsExactly("580000000000000000000001");
    }

    private static DriverManagerDataSource database() throws SQLException {
        try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database upgraded");
        }
        return new DriverManagerDataSource(POSTGRES.getJdbcUrl("postgres", "upgraded"), "postgres", "postgres");
    }

    private static void migrate(DriverManagerDataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .schemas("public")
                .target(target)
                .load()
                .migrate();
    }
}
