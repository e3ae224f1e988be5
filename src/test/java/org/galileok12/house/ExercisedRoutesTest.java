package org.galileok12.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

class ExercisedRoutesTest {

    private static final String ROUTES = """
            # Two routes.
            - route:
                id: house-first
                from:
                  uri: direct:house-first
                  steps:
                    - to: direct:house-second
            - route:
                id: house-second
                from:
                  uri: direct:house-second
                  steps:
                    - log: second
            - route:
                id: house-idle
                from:
                  uri: direct:house-idle
                  steps:
                    - log: idle
            """;

    @TempDir
    Path folder = Path.of("");

    @ImportAutoConfiguration({CamelAutoConfiguration.class, ExercisedRoutes.class})
    static class Context {}

    @Test
    void a_route_that_ran_is_recorded_and_one_that_did_not_is_named() throws IOException {
        write("routes/house.camel.yaml", ROUTES);
        try (var context = new SpringApplicationBuilder(Context.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "camel.main.routes-include-pattern=file:" + folder.resolve("routes") + "/*.camel.yaml",
                        "spring.main.banner-mode=off",
                        "spring.config.location=optional:classpath:/none/")
                .run()) {
            context.getBean(ProducerTemplate.class).sendBody("direct:house-first", "body");
        }

        var run = TestRun.read(Path.of("target"));

        assertThat(run.routes()).contains("house.camel.yaml house-first", "house.camel.yaml house-second");
        assertThat(ExercisedRoutes.neverRan(new Project(folder), run)).containsExactly("house.camel.yaml house-idle");
    }

    @Test
    void a_run_forgets_the_run_before_it() throws IOException {
        TestRun.start(folder, Instant.EPOCH, true).exercised("a.camel.yaml", "old");
        assertThat(TestRun.read(folder).routes()).containsExactly("a.camel.yaml old");

        TestRun.start(folder, Instant.EPOCH.plusSeconds(5), false);

        var record = TestRun.read(folder);
        assertThat(record.routes()).isEmpty();
        assertThat(record.whole()).isFalse();
        assertThat(record.started()).isEqualTo(Instant.EPOCH.plusSeconds(5));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
