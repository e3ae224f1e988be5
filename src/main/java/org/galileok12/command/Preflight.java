package org.galileok12.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.galileok12.check.DatabaseCheck;
import org.galileok12.check.EnvironmentCheck;
import org.galileok12.check.RouteFiles;
import org.galileok12.check.RulesFiles;
import org.galileok12.check.SqlFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Checks environment, files and database before the first bean is made, so that a mistake is a sentence and not the
 * failure of a bean far away from it. For one start; not thread-safe.
 */
final class Preflight implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(Preflight.class);

    private final Mode mode;
    private final List<Area> areas = new ArrayList<>();
    private Path routesFolder = Path.of("routes");
    private int apiPort;

    Preflight(Mode mode) {
        this.mode = mode;
    }

    /** Routes folder of this start; the default until the checks have run. */
    Path routesFolder() {
        return routesFolder;
    }

    /** Port of the API in this start; 0 until the checks have run. */
    int apiPort() {
        return apiPort;
    }

    List<Area> areas() {
        return List.copyOf(areas);
    }

    /** @throws CannotStart when anything is wrong */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var settings = new EnvironmentCheck(environment::getProperty);
        var problems = settings.problems();
        routesFolder = settings.routesFolder();
        areas.add(Area.of("environment", "all that is needed is set", problems, ExitCode.USAGE));
        apiPort = problems.isEmpty() ? environment.getProperty("server.port", Integer.class, 0) : 0;
        files();
        new SingleSignOn(environment, routesFolder).checked().ifPresent(this::singleSignOn);
        if (problems.isEmpty()) {
            database(environment);
        }
        var wrong = areas.stream().filter(area -> !area.isFine()).toList();
        if (!wrong.isEmpty()) {
            throw new CannotStart(
                    exitCode(areas),
                    wrong.stream().flatMap(area -> area.problems().stream()).toList());
        }
    }

    /** A mistake in a file or the database counts before one in the environment. */
    static int exitCode(List<Area> areas) {
        return areas.stream()
                .filter(area -> !area.isFine())
                .mapToInt(Area::exitCode)
                .min()
                .orElse(ExitCode.DONE);
    }

    /** Nobody signs in to a command: what is wrong there must not keep a roster from being read, nor a person from deciding. */
    private void singleSignOn(Area area) {
        if (mode == Mode.SYNC) {
            area.problems().forEach(problem -> LOG.warn("Single sign-on could not be served: {}", problem));
        } else {
            areas.add(area);
        }
    }

    private void files() {
        var routes = new RouteFiles(routesFolder);
        var sql = new SqlFiles(routesFolder);
        var rules = new RulesFiles(routesFolder);
        areas.add(Area.of("routes", files(routes.count()), routes.findings(), ExitCode.FAILED));
        areas.add(Area.of("sql", files(sql.count()), sql.findings(), ExitCode.FAILED));
        areas.add(Area.of("rules", files(rules.count()), rules.findings(), ExitCode.FAILED));
    }

    private void database(Environment environment) {
        var database = database(environment::getRequiredProperty);
        Optional<String> problem = database.problem();
        areas.add(Area.of(
                "database", "answers and is new enough", problem.stream().toList(), ExitCode.FAILED));
        if (mode == Mode.CHECK && problem.isEmpty()) {
            areas.add(new Statements(environment, database).checked(routesFolder));
        }
    }

    private static DatabaseCheck database(UnaryOperator<String> property) {
        return new DatabaseCheck(
                property.apply("spring.datasource.url"),
                property.apply("spring.datasource.username"),
                property.apply("spring.datasource.password"));
    }

    private static String files(int count) {
        return count + (count == 1 ? " file" : " files");
    }
}
