package org.galileok12.command;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.galileok12.check.DatabaseCheck;
import org.galileok12.check.FieldColumns;
import org.galileok12.check.SqlFiles;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Has the database look at every statement, if its schema is the one that the statements were written for. */
final class Statements {

    private static final String NAME = "sql on the database";

    private final Environment environment;
    private final DatabaseCheck database;

    Statements(Environment environment, DatabaseCheck database) {
        this.environment = environment;
        this.database = database;
    }

    Area checked(Path routesFolder) {
        var files = new SqlFiles(routesFolder);
        try {
            var migrations = migrations();
            int pending = migrations.pending().length;
            if (pending > 0) {
                // No mistake: it is so before the first start and before every upgrade.
                return Area.of(
                        NAME,
                        "not tried, for " + pending + (pending == 1 ? " migration is" : " migrations are")
                                + " pending; the next start (serve or sync) makes them",
                        List.of(),
                        ExitCode.DONE);
            }
            try (var connection = database.connect()) {
                var findings = new ArrayList<>(FieldColumns.findings(routesFolder, connection));
                findings.addAll(files.findings(connection));
                return Area.of(NAME, files.count() + " prepared" + ahead(migrations), findings, ExitCode.FAILED);
            }
        } catch (SQLException e) {
            return problem("The database stopped answering while the SQL was checked.");
        } catch (FlywayException e) {
            return problem("The migrations of the database cannot be read: " + Sentence.firstLine(e) + ".");
        }
    }

    /** A newer node has been here: while two versions run side by side, and after an upgrade was taken back. */
    private static String ahead(MigrationInfoService migrations) {
        var newest = migrations.current();
        return newest != null && newest.getState() == MigrationState.FUTURE_SUCCESS
                ? "; a newer version has migrated the database, to " + newest.getVersion()
                : "";
    }

    private MigrationInfoService migrations() {
        var configuration = Flyway.configure()
                .dataSource(new DriverManagerDataSource(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getRequiredProperty("spring.datasource.username"),
                        environment.getRequiredProperty("spring.datasource.password")))
                .locations(environment.getProperty(
                        "spring.flyway.locations", String[].class, new String[] {"classpath:db/migration"}))
                .schemas(environment.getProperty("spring.flyway.schemas", String[].class, new String[0]));
        var schema = environment.getProperty("spring.flyway.default-schema");
        if (schema != null) {
            configuration.defaultSchema(schema);
        }
        return configuration
                .table(environment.getProperty("spring.flyway.table", "flyway_schema_history"))
                .load()
                .info();
    }

    private static Area problem(String sentence) {
        return Area.of(NAME, "", List.of(sentence), ExitCode.FAILED);
    }
}
