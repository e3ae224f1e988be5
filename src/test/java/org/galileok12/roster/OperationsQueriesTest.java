package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.ProducerTemplate;
import org.galileok12.run.Outcome;
import org.galileok12.run.PublishHolds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The queries of docs/operations.md, asked of a database that has seen runs of several kinds. */
class OperationsQueriesTest extends SyncScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private PublishHolds publishHolds;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ProducerTemplate camel;

    private static final Pattern QUERY =
            Pattern.compile("^([A-Z][^\n]*\\?[^\n]*)\n```sql\n(.*?)```", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void every_query_of_the_guide_runs_and_tells_what_it_promises() throws IOException {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        district.student("Bob Ode", north);
        syncDone();
        amy.remove();
        syncDone();
        CLEVER.onAnyPage("users").in(district).always().answer(401);
        assertThat(sync().outcome()).isEqualTo(Outcome.FAILED);

        assertThat(answer("Which runs ended badly", ""))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("clever_id", district.id())
                        .containsEntry("state", "FAILED")
                        .containsEntry("error_class", "AUTH"));
        assertThat(answer("When was each district", ""))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("clever_id", district.id())
                        .hasEntrySatisfying(
                                "published_at", time -> assertThat(time).isNotNull()));
        assertThat(answer("What did the last runs change", ""))
                .anySatisfy(
                        row -> assertThat(row).containsEntry("entity", "person").containsEntry("action", "deactivate"));
        assertThat(answer("Why is this student not here", amy.id()))
                .singleElement()
                .satisfies(row -> assertThat(String.valueOf(row.get("what"))).startsWith("switched off 20"));
        assertThat(answer("Where should a person look", "")).isNotNull();
        assertThat(answer("Which records could not be read", "")).isNotNull();
        assertThat(answer("What runs now", "")).isNotNull();
        assertThat(answer("How did the attempts of the last quarter", "")).isNotNull();
        db.update("update sync.connection set onboarding = 'scheduled' where clever_id = ?", district.id());
        camel.send("direct:reconcile", exchange -> {});
        assertThat(answer("What is due next", ""))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("clever_id", district.id())
                        .containsEntry("due", false));
        db.update("update sync.connection set onboarding = 'requested' where clever_id = ?", district.id());
        camel.send("direct:reconcile", exchange -> {});
        assertThat(answer("Which runs wait for Clever", "")).isNotNull();
        publishHolds.hold(district.id(), "Olga Ops");
        assertThat(answer("Which districts are on publish hold", ""))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("clever_id", district.id())
                        .containsEntry("publish_hold_by", "Olga Ops"));
        db.update("update sync.connection set events = true where clever_id = ?", district.id());
        assertThat(answer("Which districts are followed", ""))
                .anySatisfy(row -> assertThat(row).containsEntry("clever_id", district.id()));
        assertThat(answer("What has been decided", ""))
                .anySatisfy(row ->
                        assertThat(row).containsEntry("decided_by", "Olga Ops").containsEntry("kind", "hold"));
    }

    @Test
    void the_queries_about_single_sign_on_tell_how_an_attempt_ended() throws IOException {
        db.update("insert into sso.attempt (reason, correlation) values ('sso_off', 'K7M4QX2P')");
        var queries = QUERY.matcher(Files.readString(Path.of("docs/sso.md")))
                .results()
                .toList();

        assertThat(queries).hasSize(2);
        assertThat(queries)
                .allSatisfy(query -> assertThat(rows(query.group(2)))
                        .anySatisfy(row -> assertThat(row).containsEntry("reason", "sso_off")));
    }

    @Test
    void no_query_of_the_guide_is_left_untried() throws IOException {
        assertThat(QUERY.matcher(guide()).results()).hasSize(13);
        assertThat(Pattern.compile("```sql").matcher(guide()).results()).hasSize(13);
    }

    private List<Map<String, Object>> answer(String question, String cleverId) throws IOException {
        var query = QUERY.matcher(guide())
                .results()
                .filter(found -> found.group(1).startsWith(question))
                .map(found -> found.group(2).replace("0".repeat(24), cleverId))
                .findFirst();
        assertThat(query).as(question).isPresent();
        return rows(query.orElseThrow());
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("docs/operations.md"));
    }
}
