package org.galileok12.benchmark.logins;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The service in a JVM of its own, see {@link ServiceMain}. Ends with this process at the latest. */
final class ServiceProcess implements AutoCloseable {

    private static final int SHOWN = 20;
    private static final long LONGEST_MINUTES = 20;

    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final int port;
    private final int managementPort;

    private ServiceProcess(Process process) throws IOException, InterruptedException {
        this.process = process;
        var reading = new Thread(this::read, "service-output");
        reading.setDaemon(true);
        reading.start();
        var ready = answer("READY");
        port = Integer.parseInt(ready[1]);
        managementPort = Integer.parseInt(ready[2]);
    }

    static ServiceProcess start(List<String> jvm, List<String> settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ServiceMain.class.getName()));
        command.addAll(settings);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            return new ServiceProcess(process);
        } catch (IOException e) {
            process.destroy();
            throw e;
        }
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Seconds of one sync, after which people may sign in. */
    double prepare() throws IOException, InterruptedException {
        order("prepare");
        return Double.parseDouble(answer("SYNCED")[2]);
    }

    /** Seconds of one sync. */
    double sync() throws IOException, InterruptedException {
        order("sync");
        return Double.parseDouble(answer("SYNCED")[2]);
    }

    /** One sync after the other until {@link #stopSyncing}; returns at once. */
    void keepSyncing() throws IOException {
        order("keep-syncing");
    }

    /** Returns when the last one has ended. */
    Syncs stopSyncing() throws IOException, InterruptedException {
        order("stop");
        var words = answer("SYNCED");
        return new Syncs(Integer.parseInt(words[1]), Double.parseDouble(words[2]));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private void order(String what) throws IOException {
        process.getOutputStream().write((what + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    private String[] answer(String word) throws IOException, InterruptedException {
        var line = answers.poll(LONGEST_MINUTES, TimeUnit.MINUTES);
        if (line == null || !line.startsWith(word)) {
            throw new IOException("The service ended instead of answering " + word + "; its messages are above.");
        }
        return line.split(" ", -1);
    }

    /** Without a reader the service would stand still as soon as the pipe is full. */
    private void read() {
        var others = 0;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("READY ") || line.startsWith("SYNCED ")) {
                    answers.add(line);
                } else if (others++ < SHOWN) {
                    System.err.println(line);
                }
            }
        } catch (IOException e) {
            System.err.println("The service's output cannot be read any more.");
        }
        answers.add("ENDED");
    }

    /** How many there were, and how long they took together. */
    record Syncs(int runs, double seconds) {

        double each() {
            return seconds / runs;
        }
    }
}
