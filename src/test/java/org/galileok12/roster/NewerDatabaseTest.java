package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A node of the last release beside a newer one, which has migrated their database already. */
class NewerDatabaseTest extends SyncScenario {

    @Test
    void f59_a_node_starts_and_synchronises_on_a_database_that_a_newer_version_has_migrated() throws SQLException {
        var url = newerDatabase();
        district.student("Amy Ng", district.school("North"));

        try (var node = service(new RoutesCopy(), "spring.datasource.url=" + url)) {
            var result = node.getBean(DistrictSync.class).sync(district.id(), false, Progress.NONE);

            assertThat(result.outcome()).as(String.valueOf(result.reason())).isEqualTo(Outcome.DONE);
            var there = node.getBean(JdbcTemplate.class);
            assertThat(there.queryForObject("select count(*) from galileo.student where active", Long.class))
                    .isEqualTo(1);
            assertThat(there.queryForList(
                            "select version::text from public.flyway_schema_history order by installed_rank desc limit 1",
                            String.class))
                    .containsExactly("900");
        }
    }

    private static String newerDatabase() throws SQLException {
        try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists newer");
            statement.execute("create database newer");
        }
        var url = POSTGRES.getJdbcUrl("postgres", "newer");
        var database = new DriverManagerDataSource(url, "postgres", "postgres");
        Flyway.configure().dataSource(database).schemas("public").load().migrate();
        var newer = new JdbcTemplate(database);
        for (var table : new String[] {"sync.run", "sync.run_collection", "sync.connection", "galileo.student"}) {
            newer.execute("alter table " + table + " add column of_a_newer_version text not null default 'x'");
        }
        newer.update("""
                insert into public.flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                select max(installed_rank) + 1, '900', 'of a newer version', 'SQL', 'V900__of_a_newer_version.sql', 1, 'postgres', 1, true
                from public.flyway_schema_history
                """);
        return url;
    }
}
