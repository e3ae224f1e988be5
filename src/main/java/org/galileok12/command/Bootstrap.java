package org.galileok12.command;

import java.util.ArrayList;
import java.util.List;
import org.galileok12.check.RouteFiles;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application the way a command needs it, or says in sentences why it did not start. */
final class Bootstrap {

    private final Class<?> application;
    private final List<ApplicationContextInitializer<?>> initializers;

    Bootstrap(Class<?> application, List<ApplicationContextInitializer<?>> initializers) {
        this.application = application;
        this.initializers = List.copyOf(initializers);
    }

    /**
     * @param preflight runs after the other initializers, which may bring a database and settings of their own
     * @throws CannotStart with nothing left running
     */
    ConfigurableApplicationContext start(Mode mode, Preflight preflight) {
        List<ApplicationContextInitializer<?>> all = new ArrayList<>(initializers);
        all.add(preflight);
        var spring = new SpringApplication(application);
        spring.setMainApplicationClass(application);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setWebApplicationType(mode.web());
        spring.addInitializers(all.toArray(ApplicationContextInitializer<?>[]::new));
        try {
            return spring.run(mode.settings().toArray(String[]::new));
        } catch (RuntimeException e) {
            throw new StartFailure(new RouteFiles(preflight.routesFolder()), preflight.apiPort()).explain(e);
        }
    }
}
