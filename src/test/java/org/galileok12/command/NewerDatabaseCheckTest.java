package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.galileok12.check.RoutesFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator who rolls back, or upgrades node by node, reads in a check that the database is ahead of this node. */
class NewerDatabaseCheckTest {

    @Test
    void f59_check_says_that_a_newer_version_has_migrated_the_database_and_holds_every_statement_against_it(
            @TempDir Path folder) throws SQLException {
        new RoutesFolder(folder);
        var database = Postgres.newDatabase();
        assertThat(new CommandRun(folder, database)
                        .run("sync", TinyApplication.DONE)
                        .exitCode())
                .isZero();
        migratedByANewerVersion(database);

        var run = new CommandRun(folder, database).run("check");

        assertThat(run.out())
                .contains(
                        "ok     sql on the database: 1 prepared; a newer version has migrated the database, to 99999");
        assertThat(run.exitCode()).isZero();
    }

    private static void migratedByANewerVersion(String database) throws SQLException {
        try (var connection = DriverManager.getConnection(database, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into flyway_schema_history
                      (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    select max(installed_rank) + 1, '99999', 'of a newer version', 'SQL', 'V99999__of_a_newer_version.sql', 1, 'postgres', 1, true
                    from flyway_schema_history
                    """);
        }
    }
}
