package org.galileok12.benchmark.logins;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.galileok12.benchmark.CleverProcess;
import org.galileok12.simulator.FreePort;
import org.galileok12.sso.KeyFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Prints how fast people sign in, alone, beside a sync and while Clever hangs. Talks to 127.0.0.1 only; database, Clever and
 * service are processes of their own and end with this one.
 */
@Command(name = "login-benchmark", mixinStandardHelpOptions = true)
public final class LoginBenchmark implements Callable<Integer> {

    /** On the allow-list of {@code routes/rules/sso.yaml}; nothing is sent there. */
    static final String PRODUCT = "http://localhost:8082/login";

    private static final int PAGE_SIZE = 2000;

    @Option(names = "--students", defaultValue = "100000", description = "Of the district whose people sign in.")
    private int students;

    @Option(names = "--modes", split = ",", defaultValue = "me,oidc", description = "How Clever says who it is.")
    private List<String> modes = List.of();

    @Option(names = "--at-once", split = ",", defaultValue = "16,32", description = "Logins at a time, closed loop.")
    private List<Integer> atOnce = List.of();

    @Option(names = "--rate", defaultValue = "300", description = "Logins a second, open loop.")
    private int rate;

    @Option(names = "--seconds", defaultValue = "20", description = "Length of each measurement.")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "60", description = "Seconds of logins before the measurements.")
    private int warmUp;

    @Option(names = "--hung", defaultValue = "200", description = "Logins that hang at a time; 0 leaves that out.")
    private int hung;

    @Option(names = "--service-jvm", split = " ", defaultValue = "-Xmx512m", description = "The service's JVM options.")
    private List<String> serviceJvm = List.of();

    private final PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());

    private LoginBenchmark() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LoginBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var folder = Files.createTempDirectory("login-benchmark-");
        var keys = KeyFiles.rsa(folder, "key.pem");
        try (var postgres = postgres()) {
            for (var mode : modes) {
                measure(postgres, keys, mode.equals("oidc"));
            }
        } finally {
            Files.delete(keys);
            Files.delete(folder);
        }
        return 0;
    }

    /** As safe as an operator's: every commit is on the disk before it is answered. */
    private static EmbeddedPostgres postgres() throws Exception {
        return EmbeddedPostgres.builder()
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("checkpoint_timeout", "30min")
                .setServerConfig("maintenance_work_mem", "256MB")
                .start();
    }

    private void measure(EmbeddedPostgres postgres, Path keys, boolean oidc) throws Exception {
        var port = FreePort.any();
        var redirectUri = "http://127.0.0.1:" + port + VirtualBrowser.CALLBACK;
        var more = oidc
                ? new String[] {"--redirect-uri=" + redirectUri, "--oidc"}
                : new String[] {"--redirect-uri=" + redirectUri};
        try (var clever = CleverProcess.start(students, PAGE_SIZE, more);
                var service = ServiceProcess.start(
                        serviceJvm,
                        ServiceMain.settings(
                                postgres.getJdbcUrl("postgres", "postgres"), clever.url(), port, keys, oidc));
                var connection = postgres.getPostgresDatabase().getConnection()) {
            var rounds = new Rounds(out, clever, service, connection, students, redirectUri, oidc);
            rounds.prepare(Duration.ofSeconds(warmUp));
            rounds.alone(atOnce, rate, Duration.ofSeconds(seconds));
            rounds.besideSyncs(atOnce.get(0), rate, Duration.ofSeconds(seconds));
            rounds.statements();
            rounds.refusals();
            if (hung > 0 && !oidc) {
                rounds.whileCleverHangs(hung);
            }
        }
    }
}
