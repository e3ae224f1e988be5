package org.galileok12.roster;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A TCP line from the service to a server, which a test can take down or cut at a certain word. Its own port stays the same.
 *
 * <p>A cut happens once: the connection dies for both sides, and the word that it was cut at arrives at nobody.
 */
final class Line {

    /** Cut where the service says {@code asked}, or, with an answer, where the server answers so on that connection. */
    private record Cut(String asked, @Nullable String answer, boolean staysDown) {}

    private final AtomicReference<@Nullable Cut> cut = new AtomicReference<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile ServerSocket server;

    private Line(int target) {
        this.target = target;
        this.server = listen(0);
    }

    static Line to(int port) {
        return new Line(port);
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on connections lead to another server. */
    void leadTo(int port) {
        target = port;
        hangUp();
    }

    /** Connections are refused, and those that exist are gone. */
    void down() {
        close(server);
        hangUp();
    }

    void up() {
        server = listen(server.getLocalPort());
    }

    /** The server never hears these words. */
    void cutWhenAsked(String words) {
        cut.set(new Cut(words, null, false));
    }

    /** The server has done what these words asked for, but its answer is lost. */
    void cutWhenAnswered(String words, String answer) {
        cut.set(new Cut(words, answer, false));
    }

    /** As {@link #cutWhenAnswered}, and before anybody knows of the cut the line is down. */
    void downWhenAnswered(String words, String answer) {
        cut.set(new Cut(words, answer, true));
    }

    boolean isCut() {
        return cut.get() == null;
    }

    private ServerSocket listen(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException("No local socket can be opened.", e);
        }
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                var near = socket.accept();
                var far = new Socket(InetAddress.getByName("127.0.0.1"), target);
                open.add(near);
                open.add(far);
                if (socket.isClosed()) {
                    // Taken down between the two: it was not among those that were hung up.
                    hangUp();
                    return;
                }
                var asked = new AtomicReference<@Nullable Cut>();
                start(() -> pump(near, far, words -> cutsAtQuestion(words, asked)));
                start(() -> pump(far, near, words -> cutsAtAnswer(words, asked)));
            }
        } catch (IOException theLineIsDown) {
            // Expected: a test took it down.
        }
    }

    private boolean cutsAtQuestion(String words, AtomicReference<@Nullable Cut> asked) {
        var now = cut.get();
        if (now == null || !words.contains(now.asked())) {
            return false;
        }
        asked.set(now);
        return now.answer() == null && cut.compareAndSet(now, null);
    }

    private boolean cutsAtAnswer(String words, AtomicReference<@Nullable Cut> asked) {
        var wanted = asked.get();
        if (wanted == null
                || wanted.answer() == null
                || !words.contains(wanted.answer())
                || !cut.compareAndSet(wanted, null)) {
            return false;
        }
        if (wanted.staysDown()) {
            down();
        }
        return true;
    }

    private void pump(Socket from, Socket to, java.util.function.Predicate<String> cuts) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[1 << 16];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                if (cuts.test(new String(chunk, 0, count, StandardCharsets.ISO_8859_1))) {
                    return;
                }
                out.write(chunk, 0, count);
                out.flush();
            }
        } catch (IOException eitherSideLeft) {
            // Expected: then the other side is left, too.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void hangUp() {
        open.forEach(Line::close);
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A local socket cannot be closed.", e);
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }
}
