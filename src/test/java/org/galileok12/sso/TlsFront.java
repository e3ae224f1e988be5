package org.galileok12.sso;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server with TLS in front of one without; a test chooses the certificate that it shows to the next who comes. */
final class TlsFront implements Closeable {

    private final ServerSocket entrance;
    private final int target;
    private volatile SSLContext certificate;

    TlsFront(int target, SSLContext certificate) {
        this.target = target;
        this.certificate = certificate;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("No local socket can be opened.", e);
        }
        start(this::accept);
    }

    String url() {
        return "https://localhost:" + entrance.getLocalPort();
    }

    void show(SSLContext next) {
        certificate = next;
    }

    private void accept() {
        try {
            while (true) {
                var caller = entrance.accept();
                start(() -> serve(caller));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket caller) {
        try (var near = (SSLSocket) certificate.getSocketFactory().createSocket(caller, null, true)) {
            near.startHandshake();
            try (var far = new Socket(InetAddress.getByName("127.0.0.1"), target)) {
                start(() -> pump(far, near));
                near.getInputStream().transferTo(far.getOutputStream());
            }
        } catch (IOException theCallerLeft) {
            // Expected: whoever does not trust the certificate goes.
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            var out = to.getOutputStream();
            var chunk = new byte[1 << 13];
            for (int count = from.getInputStream().read(chunk);
                    count >= 0;
                    count = from.getInputStream().read(chunk)) {
                out.write(chunk, 0, count);
                out.flush();
            }
        } catch (IOException eitherSideLeft) {
            // Expected: then the other side is left, too.
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "tls-front");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A local socket cannot be closed.", e);
        }
    }
}
