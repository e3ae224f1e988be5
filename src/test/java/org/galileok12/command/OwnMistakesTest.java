package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.galileok12.GalileoClever;
import org.galileok12.simulator.LocalClever;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** Mistakes in the product's own files, as an engineer makes them: the check says in which file and line. */
class OwnMistakesTest {

    private static final String DATABASE = Postgres.newDatabase();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path routes;

    @BeforeAll
    static void migrate() {
        // Only a service that starts migrates; an unknown district is the shortest way to one.
        try (var clever = LocalClever.start()) {
            run(clever, Path.of("routes")).run("sync", TinyApplication.UNKNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "page.camel.yaml, ref: records, ref: recrds, recrds",
                "page.camel.yaml, method: decide, method: decde, decde",
                "run.camel.yaml, method: begin }, method: begn }, begn",
                "publish.camel.yaml, {{sync.work-memory}}, {{sync.work-memry}}, sync.work-memry",
                "publish.camel.yaml, - to: direct:publish-upserts, - to: direct:publish-upserst, 'direct:publish-upserst'",
                "confirm.camel.yaml, constant: \"direct:reread-page\", constant: \"direct:reread-pge\", 'direct:reread-pge'",
                "publish.camel.yaml, sql/save-alerts.sql, sql/save-alrts.sql, save-alrts.sql",
                "sql/upsert-person.sql, wanted.email, wanted.emial, column wanted.emial does not exist",
                "sql/plan-person.sql, where wanted.district_id = :?districtId, where wanted.district_id = :?distrctId, :?distrctId",
                "rules/fields.yaml, email:                /email, mail:                 /email, no column 'mail' in table stage.person",
            })
    void a_mistake_is_found_with_file_and_line(String file, String from, String to, String problem) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("routes"), routes);
        var text = Files.readString(routes.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(routes.resolve(file), text.replaceFirst(Pattern.quote(from), to));
        long line = text.substring(0, text.indexOf(from)).lines().count();

        try (var clever = LocalClever.start()) {
            var check = run(clever, routes).run("check");

            assertThat(check.exitCode()).isEqualTo(1);
            assertThat(check.out().lines().filter(each -> each.startsWith("       ")))
                    .as(check.out())
                    .anySatisfy(each -> assertThat(each)
                            .contains(routes.resolve(file) + ":" + line + ":")
                            .contains(problem));
        }
    }

    private static CommandRun run(LocalClever clever, Path routes) {
        return new CommandRun(GalileoClever.class, routes, DATABASE)
                .with("spring.flyway.locations", "classpath:db/migration")
                .with("clever.client-id", LocalClever.CLIENT_ID)
                .with("clever.client-secret", LocalClever.CLIENT_SECRET)
                .with("clever.api-url", clever.url())
                .with("clever.oauth-url", clever.url());
    }
}
