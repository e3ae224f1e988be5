package org.galileok12.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One run of the command line with a whole and correct environment, of which a test takes or changes a part. */
final class CommandRun {

    private final Class<?> application;
    private final Map<String, Object> settings = new HashMap<>();
    private final AtomicReference<@Nullable ConfigurableApplicationContext> context = new AtomicReference<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private int exitCode = -1;

    CommandRun(Path routes, String jdbcUrl) {
        this(TinyApplication.class, routes, jdbcUrl);
    }

    CommandRun(Class<?> application, Path routes, String jdbcUrl) {
        this.application = application;
        settings.put("clever.client-id", "an-id");
        settings.put("clever.client-secret", "a-secret");
        settings.put("spring.datasource.url", jdbcUrl);
        settings.put("spring.datasource.username", "postgres");
        settings.put("spring.datasource.password", "postgres");
        settings.put("routes.dir", routes.toString());
        settings.put("spring.flyway.locations", "classpath:db/migration,classpath:db/tiny");
    }

    CommandRun with(String property, String value) {
        settings.put(property, value);
        return this;
    }

    CommandRun without(String property) {
        settings.remove(property);
        return this;
    }

    CommandRun run(String... arguments) {
        ApplicationContextInitializer<ConfigurableApplicationContext> initializer = started -> {
            started.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
            context.set(started);
        };
        exitCode = new GalileoCommands(application, List.of(initializer))
                .run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
        return this;
    }

    int exitCode() {
        return exitCode;
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    @Nullable ConfigurableApplicationContext context() {
        return context.get();
    }
}
