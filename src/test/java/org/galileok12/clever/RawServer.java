package org.galileok12.clever;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server that misbehaves below HTTP, one request a connection. */
final class RawServer implements Closeable {

    /** What is done to each connection once its request has been read. */
    interface Misbehaviour {
        void answer(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    final AtomicInteger requests = new AtomicInteger();
    final AtomicLong sent = new AtomicLong();
    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Misbehaviour misbehaviour = (socket, out) -> {};

    RawServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException noSocket) {
            throw new UncheckedIOException("No local socket can be opened.", noSocket);
        }
        start(this::serve, "raw-server");
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    void each(Misbehaviour next) {
        requests.set(0);
        sent.set(0);
        misbehaviour = next;
    }

    /** Writes and counts what went out. */
    void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        sent.addAndGet(text.length());
    }

    /** Lets time pass, unless the test is over. */
    boolean pause(long millis) throws InterruptedException {
        return !closed.await(millis, TimeUnit.MILLISECONDS);
    }

    private void serve() {
        try {
            while (closed.getCount() > 0) {
                Socket socket = server.accept();
                start(() -> serve(socket), "raw-connection");
            }
        } catch (IOException serverClosed) {
            // The test is over.
        }
    }

    private void serve(Socket connection) {
        try (Socket socket = connection) {
            if (readRequest(socket.getInputStream())) {
                requests.incrementAndGet();
                misbehaviour.answer(socket, socket.getOutputStream());
            }
        } catch (IOException | InterruptedException theClientLeft) {
            // Expected: the client ends what this server does not.
        }
    }

    private static void start(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean readRequest(InputStream in) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
