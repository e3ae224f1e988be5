package org.galileok12.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.galileok12.benchmark.Product.Lap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Prints how fast districts of several sizes are synchronised, and the floor beside each figure. Talks to 127.0.0.1 only.
 */
@Command(name = "benchmark", mixinStandardHelpOptions = true)
public final class Benchmark implements Callable<Integer> {

    private static final int WARM_UP = 5_000;

    @Option(names = "--students", split = ",", defaultValue = "10000,100000,1000000")
    private List<Integer> sizes = List.of();

    @Option(names = "--page-size", defaultValue = "2000")
    private int pageSize;

    @Option(names = "--steps", description = "Also print where the time of each run went.")
    private boolean steps;

    @Option(
            names = "--nights-up-to",
            defaultValue = "100000",
            description = "Up to how many students nights with changes are measured, with and without the journal.")
    private int nightsUpTo;

    @Option(
            names = "--journal-rows",
            defaultValue = "0",
            description = "Also measure nights beside a journal of so many rows.")
    private long journalRows;

    private final List<Safety> safety = new ArrayList<>();
    private final PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());

    private Benchmark() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (var postgres = postgres()) {
            out.println("Warming up with " + WARM_UP + " students.");
            measure(postgres, WARM_UP, 0);
            safety.clear();
            out.println(Figures.heading());
            for (var size : sizes) {
                measure(postgres, size, journalRows).rows().forEach(out::println);
            }
            Safety.tables(safety, journalRows).forEach(out::println);
        }
        return 0;
    }

    /** As an operator would set up PostgreSQL on a small machine; the floor has the same. */
    private static EmbeddedPostgres postgres() throws Exception {
        return EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("checkpoint_timeout", "30min")
                .setServerConfig("maintenance_work_mem", "256MB")
                .start();
    }

    private Figures measure(EmbeddedPostgres postgres, int students, long journal) throws Exception {
        var database = "students_" + students;
        execute(postgres, "create database " + database);
        try (var clever = CleverProcess.start(students, pageSize);
                var product = Product.start(clever.url(), postgres.getJdbcUrl("postgres", database), pageSize);
                var connection = postgres.getDatabase("postgres", database).getConnection()) {
            var figures = new Figures(students, clever.records(), clever.bytes());
            figures.fetch = new FetchFloor(clever.url(), pageSize).seconds();
            figures.first = lap(product, connection, "first");
            figures.unchanged = lap(product, connection, "unchanged");
            clever.show("changed");
            figures.changed = lap(product, connection, "changed");
            clever.show("base");
            lap(product, connection, "back");
            var rows = Rows.of(connection, Rows.tablesOf(connection, "galileo"));
            figures.copyIndexed = rows.secondsIntoIndexedTables(connection);
            figures.copyBare = rows.secondsIntoBareTables(connection);
            rows.delete();
            measureSafety(new Nights(this, clever, product, connection), figures, journal);
            new DatabaseAlone(product, connection).measure(figures);
            printSteps("database alone", product.steps());
            return figures;
        } finally {
            execute(postgres, "drop database " + database + " with (force)");
        }
    }

    private void measureSafety(Nights nights, Figures figures, long journal) throws Exception {
        var costs = new Safety(figures.students());
        safety.add(costs);
        if (figures.first != null && figures.unchanged != null) {
            costs.guarded("first load", figures.first);
            costs.guarded("unchanged", figures.unchanged);
            costs.firstLoad(figures.first);
        }
        if (figures.students() <= nightsUpTo) {
            nights.measure(costs, journal);
        }
    }

    /** One run, after a checkpoint. */
    Lap lap(Product product, Connection connection, String name) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
        var lap = product.sync();
        printSteps("%s: %.2f s".formatted(name, lap.seconds()), lap.steps());
        return lap;
    }

    private void printSteps(String name, Map<String, Long> millis) {
        if (steps) {
            out.println(name);
            millis.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .limit(30)
                    .forEach(step -> out.printf("  %,8d ms  %s%n", step.getValue(), step.getKey()));
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
