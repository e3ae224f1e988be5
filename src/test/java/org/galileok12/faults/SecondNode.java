package org.galileok12.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The service in a JVM of its own, waiting for a district to run, to be killed as a power cut would. Ends with this JVM at the latest. */
final class SecondNode implements AutoCloseable {

    static final String APPLICATION = "second-node";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Process process;
    private final Path log;

    private SecondNode(List<String> settings) {
        try {
            log = Files.createDirectories(Path.of("target", "faults"))
                    .resolve("node-" + COUNT.incrementAndGet() + ".log");
            process = new ProcessBuilder(command(settings))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("A second JVM did not start.", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Returns at once; see {@link #awaitReady}. */
    static SecondNode start(List<String> settings) {
        return new SecondNode(settings);
    }

    boolean isReady() {
        return says(SecondNodeMain.READY);
    }

    void awaitReady() {
        await().atMost(Duration.ofSeconds(90)).until(() -> isReady() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("The second node ended instead of starting; see " + log);
        }
    }

    /** Starts the district there; returns at once. */
    void sync(String district) {
        try {
            var in = process.getOutputStream();
            in.write((district + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException killedAlready) {
            // Then the node has nothing to run.
        }
    }

    /** Until the run has ended, or the process has. */
    void awaitEnd() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !process.isAlive() || says(SecondNodeMain.ENDED));
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("SIGKILL did not end process " + process.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void killIn(int millis) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(this::kill);
    }

    @Override
    public void close() {
        kill();
    }

    private boolean says(String words) {
        try {
            return Files.readString(log).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException("The log of the second node cannot be read.", e);
        }
    }

    private static List<String> command(List<String> settings) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                SecondNodeMain.class.getName()));
        settings.forEach(each -> command.add("--" + each));
        return command;
    }
}
