package org.galileok12.demo.product;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stands in for Galileo on a port of this machine: takes hand-offs, keeps sessions of its own, and shows who came in with role,
 * grade, school and classes from the roster. Ends sessions of people whom galileo-clever calls inactive. Safe to share.
 */
public final class StandIn implements AutoCloseable {

    /**
     * What the product has to know.
     *
     * @param port 0: a free one
     * @param database with schema galileo; the product keeps used hand-offs there, in a schema of its own
     * @param issuer GALILEO_PUBLIC_URL
     * @param service where galileo-clever is asked whose sessions to end: an address inside, which no browser reaches
     * @param user GALILEO_PRODUCT_USER, and its password
     */
    public record Settings(
            int port, DataSource database, String issuer, String service, String user, String password, Clock clock) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    private StandIn(HttpServer server) {
        this.server = server;
    }

    /** Begins to listen. Pages are answered as soon as the database has schema galileo. */
    public static StandIn start(Settings settings) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
        var product = new StandIn(server);
        createTable(JdbcClient.create(settings.database()));
        server.createContext("/", product.front(settings));
        server.setExecutor(product.threads);
        server.start();
        return product;
    }

    private Front front(Settings settings) throws IOException {
        return new Front(
                new HandOffVerifier(settings.issuer(), loginUrl(), settings.database(), settings.clock()),
                new Sessions(settings.clock()),
                new ActivePeople(settings.service(), settings.user(), settings.password()),
                new Roster(settings.database()),
                new Screens(settings.issuer()),
                settings);
    }

    private static void createTable(JdbcClient database) {
        database.sql("create schema if not exists product").update();
        database.sql("""
                create table if not exists product.hand_off_seen (
                  jti text primary key,
                  seen_at timestamptz not null default now()
                )
                """).update();
        database.sql("delete from product.hand_off_seen where seen_at < now() - interval '1 hour'")
                .update();
    }

    /** Where hand-offs go: GALILEO_LOGIN_URL. */
    public String loginUrl() {
        return url() + "/login";
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
