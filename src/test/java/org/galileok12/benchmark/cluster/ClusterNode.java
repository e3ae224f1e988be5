package org.galileok12.benchmark.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.galileok12.GalileoClever;
import org.galileok12.simulator.LocalClever;

/** {@code serve} in a JVM of its own, with its log in a file. Ends with its close at the latest, and with this JVM. */
final class ClusterNode implements AutoCloseable {

    private static final Path LOGS = Path.of("target", "cluster");
    private static final Pattern ENDED = Pattern.compile("Run (\\d+) of district [0-9a-f]{24} ended ");
    private static final int READY_SECONDS = 120;

    private final Process process;
    private final Path log;

    private ClusterNode(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Returns when it serves. */
    static ClusterNode start(String name, String databaseUrl, String cleverUrl, List<String> settings)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dspring.datasource.url=" + databaseUrl,
                "-Dspring.datasource.username=postgres",
                "-Dspring.datasource.password=postgres",
                "-Dclever.api-url=" + cleverUrl,
                "-Dclever.oauth-url=" + cleverUrl,
                "-Dclever.client-id=" + LocalClever.CLIENT_ID,
                "-Dclever.client-secret=" + LocalClever.CLIENT_SECRET,
                "-Dserver.port=0",
                "-Dmanagement.server.port=0"));
        settings.forEach(each -> command.add("-D" + each));
        command.add(GalileoClever.class.getName());
        command.add("serve");
        var log = Files.createDirectories(LOGS).resolve(name + ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var node = new ClusterNode(process, log);
        node.awaitReady();
        return node;
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /** How many runs have ended here. */
    long runsEnded() throws IOException {
        return ENDED.matcher(Files.readString(log)).results().count();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int tenths = 0; tenths < 10 * READY_SECONDS && process.isAlive(); tenths++) {
            if (Files.readString(log).contains("Ready: ")) {
                return;
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly();
        throw new IOException("A node did not start; its log is " + log + ".");
    }
}
