package org.galileok12.sso;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line to PostgreSQL on which the round trips are counted: each Query of a client, and each Sync after it asked for something,
 * after which it waits for the server. A Sync alone is the pool's look at a connection that was idle for half a second. A test
 * can take it down, as when the database is gone.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">PostgreSQL's message formats</a>
 */
final class CountedLine implements Closeable {

    private final ServerSocket entrance;
    private final int database;
    private final AtomicLong trips = new AtomicLong();
    private final StringBuffer conversation = new StringBuffer();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isDown;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    CountedLine(int database) throws IOException {
        this.database = database;
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    long trips() {
        return trips.get();
    }

    /** The kinds of all messages of clients, a letter each. */
    String conversation() {
        return conversation.toString();
    }

    /** Connections that exist are gone, and new ones are ended before a word. */
    void down() throws IOException {
        isDown = true;
        for (var socket : open) {
            socket.close();
        }
    }

    void up() {
        isDown = false;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                if (isDown) {
                    client.close();
                    continue;
                }
                open.add(client);
                var server = new Socket(InetAddress.getLoopbackAddress(), database);
                server.setTcpNoDelay(true);
                client.setTcpNoDelay(true);
                threads.submit(() -> {
                    forth(client, server);
                });
                threads.submit(() -> {
                    back(server, client);
                });
            } catch (IOException e) {
                // Closed: the test is over.
                return;
            }
        }
    }

    private void forth(Socket client, Socket server) {
        try (client;
                server) {
            var in = new DataInputStream(client.getInputStream());
            var out = server.getOutputStream();
            // What comes first has no type: a request for encryption, which this server refuses, or the start itself.
            for (var begun = false; !begun; ) {
                var length = in.readInt();
                var rest = in.readNBytes(length - 4);
                begun = rest[0] == 0 && rest[1] == 3;
                write(out, length, rest);
            }
            var asked = false;
            for (var type = in.read(); type >= 0; type = in.read()) {
                var length = in.readInt();
                var rest = in.readNBytes(length - 4);
                conversation.append((char) type);
                asked |= type == 'D' || type == 'E' || type == 'Q';
                if (asked && (type == 'S' || type == 'Q')) {
                    trips.incrementAndGet();
                    asked = false;
                }
                out.write(type);
                write(out, length, rest);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The line to the database ended.", e);
        }
    }

    private static void write(OutputStream out, int length, byte[] rest) throws IOException {
        out.write(new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length});
        out.write(rest);
        out.flush();
    }

    private static void back(Socket server, Socket client) {
        try (server;
                client) {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("The line from the database ended.", e);
        }
    }
}
