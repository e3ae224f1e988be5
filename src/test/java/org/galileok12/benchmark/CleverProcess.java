package org.galileok12.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.galileok12.simulator.LocalCleverMain;

/**
 * A local Clever in a JVM of its own, which renders all pages before {@link #start} returns. Ends with this process at the
 * latest: it serves only while its standard input is open.
 */
public final class CleverProcess implements AutoCloseable {

    private final Process process;
    private final int port;
    private final long records;
    private final long bytes;

    private CleverProcess(Process process, int port, long records, long bytes) {
        this.process = process;
        this.port = port;
        this.records = records;
        this.bytes = bytes;
    }

    /** @param more options of {@link LocalCleverMain} */
    public static CleverProcess start(int students, int pageSize, String... more) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx6g",
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                LocalCleverMain.class.getName(),
                "--students=" + students,
                "--page-size=" + pageSize));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            var words = line.split(" ", -1);
            if (words[0].equals("READY")) {
                return new CleverProcess(
                        process, Integer.parseInt(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
            }
        }
        process.destroy();
        throw new IOException("The local Clever ended before it was ready; its messages are above.");
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    long records() {
        return records;
    }

    long bytes() {
        return bytes;
    }

    /** Shows another roster, {@code changed}, {@code night}, {@code heavy} or {@code base}; returns when its pages are rendered. */
    public void show(String variant) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url() + "/__local/variant?name=" + variant))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The local Clever could not show its roster '" + variant + "': " + answer.body());
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }
}
