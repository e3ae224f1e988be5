package org.galileok12.benchmark.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Prints how one, two and three nodes share districts that are all due at the same moment, and what becomes of the runs of a node
 * that is killed. Talks to 127.0.0.1 only.
 */
@Command(name = "cluster-demo", mixinStandardHelpOptions = true)
public final class ClusterDemo implements Callable<Integer> {

    @Option(names = "--districts", defaultValue = "300")
    private int districts;

    @Option(names = "--nodes", split = ",", defaultValue = "1,2,3", description = "One round for each of these.")
    private List<Integer> nodes = List.of();

    @Option(names = "--latency", defaultValue = "250", description = "Milliseconds that each answer of Clever takes.")
    private int latency;

    @Option(names = "--no-kill", description = "Leave out the round in which a node is killed.")
    private boolean noKill;

    private String summary = "";
    private final PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());

    private ClusterDemo() {}

    public static void main(String[] arguments) {
        System.setProperty("logging.level.io.zonky.test", "warn");
        System.exit(new CommandLine(new ClusterDemo()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (var country = Country.of(districts, Duration.ofMillis(latency));
                var postgres = postgres()) {
            out.println(String.format(
                    Locale.ENGLISH,
                    "%,d districts with %,d students (%,d records), all due at once; each answer of Clever takes %d ms; 4 districts at once per node.",
                    districts,
                    country.students(),
                    country.records(),
                    latency));
            out.println();
            out.println("| nodes | seconds | runs per node | run twice | lost | killed node |");
            out.println("|---:|---:|---|---:|---:|---|");
            var good = true;
            for (int i = 0; i < nodes.size(); i++) {
                good &= round("round" + (i + 1), country, postgres, nodes.get(i), false);
            }
            if (!noKill) {
                good &= round("killed", country, postgres, nodes.stream().reduce(2, Math::max), true);
            }
            out.println(summary);
            return good ? 0 : 1;
        }
    }

    static EmbeddedPostgres postgres() throws Exception {
        return EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "512MB")
                .start();
    }

    /** A database of its own, which is gone afterwards. */
    static Round.Result play(String name, Country country, EmbeddedPostgres postgres, int count, boolean kill)
            throws Exception {
        var server = new JdbcTemplate(postgres.getPostgresDatabase());
        server.execute("create database " + name);
        try {
            return Round.play(
                    name,
                    country,
                    postgres.getJdbcUrl("postgres", name),
                    new JdbcTemplate(postgres.getDatabase("postgres", name)),
                    count,
                    kill);
        } finally {
            server.execute("drop database " + name + " with (force)");
        }
    }

    private boolean round(String name, Country country, EmbeddedPostgres postgres, int count, boolean kill)
            throws Exception {
        var result = play(name, country, postgres, count, kill);
        out.println(result.line());
        if (summary.isEmpty()) {
            summary = String.format(
                    Locale.ENGLISH,
                    "%nA run took %.1f s on average on one node. All triggers were set after %.1f s."
                            + " The roster takes %,d bytes per student, indexes included.",
                    result.millis() / 1000.0 / districts,
                    result.triggerMillis() / 1000.0,
                    result.bytes() / result.students());
        }
        return result.twice() == 0 && result.lost() == 0;
    }
}
