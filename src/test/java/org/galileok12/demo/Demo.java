package org.galileok12.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import org.galileok12.GalileoClever;
import org.galileok12.simulator.FreePort;
import org.galileok12.simulator.GeneratedDistrict;
import org.galileok12.simulator.GeneratedRoster;
import org.galileok12.simulator.LocalClever;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Runs the service with everything it needs beside it: an embedded PostgreSQL, a local Clever with one district of about 600
 * made-up students, which is synchronised at start, and a product that its people can sign in to.
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
        var clever = LocalClever.start(FreePort.orAny(8088));
        var district = clever.serve(new GeneratedDistrict(GeneratedRoster.demo()))
                .lastSync(Clock.systemUTC().instant());
        var environment = context.getEnvironment();
        var signOn = SignOn.start(environment.getRequiredProperty("server.port", Integer.class), postgres, clever);
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        register(beans, "demoPostgres", postgres);
        register(beans, "demoClever", clever);
        register(beans, "demoSignOn", signOn);
        var settings = new HashMap<String, Object>(signOn.settings());
        settings.put("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
        settings.put("spring.datasource.username", "postgres");
        settings.put("spring.datasource.password", "postgres");
        // It passes its checklist without a person: GET /api/districts shows it after the first look at Clever's list.
        settings.put("sync.auto-accept", "true");
        settings.put("clever.api-url", clever.url());
        settings.put("clever.oauth-url", clever.url());
        settings.put("clever.client-id", LocalClever.CLIENT_ID);
        settings.put("clever.client-secret", LocalClever.CLIENT_SECRET);
        environment.getPropertySources().addFirst(new MapPropertySource("demo", settings));
        ApplicationListener<ApplicationReadyEvent> first =
                event -> FirstSync.run(event.getApplicationContext(), district.id(), signOn.invitation());
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
