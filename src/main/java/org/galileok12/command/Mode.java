package org.galileok12.command;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;

/** What of the application a command starts. The settings stand above the environment: nobody can start half a service. */
enum Mode {
    /** Everything: trigger, scheduler, management port. */
    SERVE(WebApplicationType.SERVLET, List.of("--galileo.serve=true")),
    /** Routes, but no trigger, no scheduler and no port; standard output belongs to the report. */
    SYNC(WebApplicationType.NONE, quietly()),
    /** As for a sync, but no route runs by itself and the database is left as it is. */
    CHECK(
            WebApplicationType.NONE,
            Stream.concat(
                            quietly().stream(),
                            Stream.of(
                                    "--spring.flyway.enabled=false",
                                    "--camel.main.auto-startup=false",
                                    "--spring.quartz.job-store-type=memory",
                                    "--galileo.check=true"))
                    .toList());

    private final WebApplicationType web;
    private final List<String> settings;

    Mode(WebApplicationType web, List<String> settings) {
        this.web = web;
        this.settings = settings;
    }

    WebApplicationType web() {
        return web;
    }

    List<String> settings() {
        return settings;
    }

    private static List<String> quietly() {
        return List.of(
                "--galileo.serve=false",
                "--spring.quartz.auto-startup=false",
                "--logging.config=classpath:logback-command.xml");
    }
}
