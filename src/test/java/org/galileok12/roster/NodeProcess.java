package org.galileok12.roster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.galileok12.GalileoClever;
import org.galileok12.simulator.LocalClever;

/**
 * A command of the service in a JVM of its own, on the scenarios' database and Clever, so that it can be killed as a power
 * cut would: no hook runs. Ends with its close at the latest, and with this JVM; its output is a log in target/nodes.
 */
final class NodeProcess implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Process process;
    private final Path log;

    private NodeProcess(List<String> arguments, String... settings) {
        try {
            log = Files.createDirectories(Path.of("target", "nodes"))
                    .resolve("node-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + ".log");
            process = new ProcessBuilder(command(arguments, settings))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("A second JVM did not start.", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Runs {@code serve}; returns at once. Its trigger never fires by itself. Settings are like {@code sync.heartbeat=200}. */
    static NodeProcess serve(String... settings) {
        return new NodeProcess(List.of("serve"), settings);
    }

    /** Runs any command, such as {@code sync <district>}; returns at once. */
    static NodeProcess run(List<String> arguments, String... settings) {
        return new NodeProcess(arguments, settings);
    }

    long pid() {
        return process.pid();
    }

    /** Waits until {@code serve} says that its routes run. */
    NodeProcess ready() {
        await().atMost(Duration.ofSeconds(90)).until(() -> output().contains("Ready:") || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("The node ended instead of starting: " + output());
        }
        return this;
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() {
        process.destroyForcibly();
        ended();
    }

    /** SIGTERM; returns at once. */
    void terminate() {
        process.destroy();
    }

    /** SIGSTOP: the process keeps its connections and its memory, and does nothing. */
    void freeze() {
        signal("STOP");
    }

    /** SIGCONT. */
    void thaw() {
        signal("CONT");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end of the process and returns its exit code. */
    int ended() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The node did not end: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a node ended.", e);
        }
    }

    /** All that it has printed and logged so far. */
    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException("The log of a node cannot be read.", e);
        }
    }

    @Override
    public void close() {
        // A frozen process dies of SIGKILL as well.
        kill();
    }

    private void signal(String name) {
        try {
            var signal = new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start();
            if (signal.waitFor() != 0) {
                throw new IllegalStateException("The signal " + name + " was not delivered.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("There is no program 'kill'.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(List<String> arguments, String... settings) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        settings(settings).forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add(GalileoClever.class.getName());
        command.addAll(arguments);
        return command;
    }

    /** Those of the scenarios; a setting that a test names itself replaces them. */
    private static Map<String, String> settings(String... own) {
        var settings = new LinkedHashMap<>(Map.of(
                "spring.datasource.url",
                SyncScenario.POSTGRES.getJdbcUrl("postgres", "postgres"),
                "spring.datasource.username",
                "postgres",
                "spring.datasource.password",
                "postgres",
                "clever.api-url",
                SyncScenario.CLEVER.url(),
                "clever.oauth-url",
                SyncScenario.CLEVER.url(),
                "clever.client-id",
                LocalClever.CLIENT_ID,
                "clever.client-secret",
                LocalClever.CLIENT_SECRET,
                "clever.page-size",
                "5",
                "clever.retry-delay",
                "1ms",
                "management.server.port",
                "0"));
        settings.put("sync.cron", "0 0 0 1 1 ? 2099");
        settings.put("sync.discover-cron", "0 0 0 1 1 ? 2099");
        settings.put("spring.datasource.hikari.maximum-pool-size", "12");
        for (String each : own) {
            settings.put(each.replaceFirst("=.*", ""), each.replaceFirst("^[^=]*=", ""));
        }
        return settings;
    }
}
