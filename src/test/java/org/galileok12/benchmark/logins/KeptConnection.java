package org.galileok12.benchmark.logins;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 connection to a port of this machine, kept as long as the server likes. It costs the two cores as little as a client
 * can: blocking, and of an answer's head only what a login needs is read. For one thread at a time.
 */
final class KeptConnection implements Closeable {

    /** A server that hangs longer than this ends the benchmark instead of hanging it. */
    private static final int PATIENCE = 30_000;
    /** Servers close connections that were idle for longer; a request on one of them would be lost. */
    private static final long IDLE = 5_000_000_000L;

    private static final String HEAD =
            " HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAccept: text/html,*/*;q=0.8\r\nAccept-Language: en-US\r\n"
                    + "Sec-Fetch-Dest: document\r\nSec-Fetch-Mode: navigate\r\n";

    private final int port;
    private final String head;
    private final byte[] buffer = new byte[16 * 1024];
    private @Nullable Socket socket;
    private int next;
    private int end;
    private long used;

    KeptConnection(int port) {
        this.port = port;
        this.head = HEAD.formatted(port);
    }

    Reply get(String path, String cookies) throws IOException {
        return send("GET " + path + head + (cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n") + "\r\n");
    }

    /** @param authorization the header's value */
    Reply authorized(String path, String authorization) throws IOException {
        return send("GET " + path + head + "Authorization: " + authorization + "\r\n\r\n");
    }

    /** Posts a form. */
    Reply post(String path, String authorization, String form) throws IOException {
        return send("POST " + path + head + "Authorization: " + authorization
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                + form);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    private Reply send(String request) throws IOException {
        try {
            var open = open();
            open.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return read(open.getInputStream());
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Socket open() throws IOException {
        var now = System.nanoTime();
        if (socket != null && now - used > IDLE) {
            close();
        }
        used = now;
        if (socket == null) {
            var fresh = new Socket(InetAddress.getLoopbackAddress(), port);
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(PATIENCE);
            next = 0;
            end = 0;
            socket = fresh;
        }
        return socket;
    }

    private Reply read(InputStream in) throws IOException {
        var status = Integer.parseInt(line(in).substring(9, 12));
        var location = "";
        List<String> cookies = new ArrayList<>(3);
        var length = 0;
        var chunked = false;
        var last = false;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            var value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "location" -> location = value;
                case "set-cookie" -> cookies.add(value);
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = true;
                case "connection" -> last = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        var body = chunked ? chunks(in) : new String(bytes(in, length), StandardCharsets.UTF_8);
        if (last) {
            close();
        }
        return new Reply(status, location, cookies, body);
    }

    private String chunks(InputStream in) throws IOException {
        var body = new StringBuilder();
        for (var size = size(in); size > 0; size = size(in)) {
            body.append(new String(bytes(in, size), StandardCharsets.UTF_8));
            line(in);
        }
        line(in);
        return body.toString();
    }

    private int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).replaceFirst(";.*", "").strip(), 16);
    }

    private String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (var one = one(in); one != '\n'; one = one(in)) {
            if (one != '\r') {
                line.append((char) one);
            }
        }
        return line.toString();
    }

    private int one(InputStream in) throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(buffer));
            if (end == 0) {
                throw new EOFException("The server on port " + port + " closed the connection in an answer.");
            }
        }
        return buffer[next++] & 0xff;
    }

    private byte[] bytes(InputStream in, int count) throws IOException {
        var had = Math.min(count, end - next);
        var bytes = Arrays.copyOf(Arrays.copyOfRange(buffer, next, next + had), count);
        next += had;
        if (in.readNBytes(bytes, had, count - had) < count - had) {
            throw new EOFException("The server on port " + port + " closed the connection in an answer.");
        }
        return bytes;
    }

    /** What a login needs of an answer. */
    record Reply(int status, String location, List<String> cookies, String body) {}
}
