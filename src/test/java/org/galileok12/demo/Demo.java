package org.galileok12.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.galileok12.GalileoClever;
import org.galileok12.simulator.GeneratedDistrict;
import org.galileok12.simulator.GeneratedRoster;
import org.galileok12.simulator.LocalClever;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Runs the service with everything it needs beside it: an embedded PostgreSQL and a local Clever with one district of about
 * 600 made-up students, which is synchronised at start.
 */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) {
        // Thirty lines about the embedded database before the first one about the service; logging is set up before the
        // initializers.
        System.setProperty("logging.level.io.zonky.test", "warn");
        System.exit(GalileoClever.run(new String[] {"serve"}, Demo::services));
    }

    private static void services(ConfigurableApplicationContext context) {
        var postgres = postgres();
        var clever = LocalClever.start();
        var district = clever.serve(new GeneratedDistrict(GeneratedRoster.demo()));
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        register(beans, "demoPostgres", postgres);
        register(beans, "demoClever", clever);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "demo",
                        Map.of(
                                "spring.datasource.url",
                                postgres.getJdbcUrl("postgres", "postgres"),
                                "spring.datasource.username",
                                "postgres",
                                "spring.datasource.password",
                                "postgres",
                                "clever.api-url",
                                clever.url(),
                                "clever.oauth-url",
                                clever.url(),
                                "clever.client-id",
                                LocalClever.CLIENT_ID,
                                "clever.client-secret",
                                LocalClever.CLIENT_SECRET)));
        ApplicationListener<ApplicationReadyEvent> first =
                event -> FirstSync.run(event.getApplicationContext(), district.id());
        context.addApplicationListener(first);
    }

    /** The database has no shutdown hook of its own: it would stop before the service has drained. */
    private static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's PostgreSQL did not start.", e);
        }
    }

    private static void register(DefaultListableBeanFactory beans, String name, AutoCloseable service) {
        beans.registerSingleton(name, service);
        beans.registerDisposableBean(name, service::close);
    }
}
