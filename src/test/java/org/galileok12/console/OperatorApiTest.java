package org.galileok12.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.SchoolDistrict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator decides over HTTP; the account's name stands beside every decision. */
class OperatorApiTest extends ApiScenario {

    private static int districts;

    @SuppressWarnings("NullAway.Init")
    private SchoolDistrict district;

    @BeforeEach
    void newDistrict() {
        district = CLEVER.district("Api " + ++districts);
        district.student("Amy Ng", district.school("North"));
    }

    @Test
    void a_run_is_shown_with_its_report() throws Exception {
        var run = sync();

        var shown = get("/api/runs/" + run.runId());

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(json(shown).path("state").asText()).isEqualTo("DONE");
        assertThat(json(shown).path("district").asText()).isEqualTo(district.id());
        assertThat(json(shown).at("/report/entities/student/created").asInt()).isEqualTo(1);
        assertThat(shown.body()).doesNotContain("Amy");
    }

    @Test
    void a_rollback_a_look_and_a_release_go_over_http_as_at_the_command_line() throws Exception {
        var run = sync();

        var undone = post("/api/runs/" + run.runId() + "/rollback", "{}");
        assertThat(undone.statusCode()).isEqualTo(200);
        assertThat(json(undone).path("undoes").asLong()).isEqualTo(run.runId());
        assertThat(json(undone).path("rows").asInt()).isEqualTo(4);
        assertThat(json(undone).path("by").asText()).isEqualTo(USER);

        var tooEarly = get("/api/districts/" + district.id() + "/release");
        assertThat(tooEarly.statusCode()).isEqualTo(409);
        assertThat(error(tooEarly)).startsWith("No run of district " + district.id() + " has planned since");

        var held = sync();
        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        db.update("update sync.run set plan_hash = 'seen4711' where run_id = ?", held.runId());
        var shown = get("/api/districts/" + district.id() + "/release");
        assertThat(json(shown).path("plan").asText()).isEqualTo("seen4711");
        assertThat(json(shown).at("/report/entities/student/reactivated").asInt())
                .isEqualTo(1);

        var other = post("/api/districts/" + district.id() + "/release", "{\"plan\":\"other4711\"}");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).doesNotContain("other4711");
        assertThat(post("/api/districts/" + district.id() + "/release", "{\"plan\":\"seen4711\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(sync().outcome()).isEqualTo(Outcome.DONE);
        assertThat(db.queryForList("""
                        select kind || ' ' || decided_by || ' ' || (outcome like 'Refused: %') from sync.decision
                        where district_id = (select district_id from sync.connection where clever_id = ?) order by decision_id
                        """, String.class, district.id()))
                .containsExactly("rollback olga false", "release olga true", "release olga false");
    }

    @Test
    void a_hold_is_put_on_once() throws Exception {
        sync();

        var held = post("/api/districts/" + district.id() + "/hold", "");
        assertThat(held.statusCode()).isEqualTo(200);
        assertThat(json(held).at("/publishHold/by").asText()).isEqualTo(USER);
        assertThat(post("/api/districts/" + district.id() + "/hold", "{}").statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /api/runs/x%27y/rollback         | {}                | 400 | A run is named by its number.",
                "GET  | /api/runs/0                      |                   | 400 | A run is named by its number.",
                "GET  | /api/runs/9999999999999999999999 |                   | 400 | A run is named by its number.",
                "POST | /api/districts/ABC/hold          | {}                | 400 | A district is named by Clever's id",
                "POST | /api/runs/41/approve             | {\"plan\":\"';--\"} | 400 | Send {\"plan\": hash} with the hash",
                "POST | /api/runs/41/approve             | {}                | 400 | Send {\"plan\": hash} with the hash",
                "POST | /api/runs/41/approve             | [7]               | 400 | Send {\"plan\": hash} with the hash",
                "POST | /api/runs/41/approve             | {'canary          | 400 | The body is not JSON.",
                "GET  | /api/runs/987654321              |                   | 404 | There is no run 987654321.",
                "POST | /api/runs/987654321/rollback     | {}                | 404 | There is no run 987654321.",
                "POST | /api/districts/0123456789abcdef01234567/hold | {}    | 400 | District 0123456789abcdef01234567 was never synchronised",
                "DELETE | /api/runs/41                   | {}                | 405 | This path does not take that method.",
                "POST | /api/runs/987654321/approve      | {\"plan\":\"abcd1234\"} | 404 | There is no run 987654321.",
                "POST | /api/runs/987654321/reject       | {}                | 404 | There is no run 987654321.",
                "GET  | /api/explain/can%27ary           |                   | 400 | A row is named by Clever's id",
                "GET  | /api/explain/7?district=canary   |                   | 400 | A district is named by Clever's id",
                "GET  | /api/explain/7?entity=canary     |                   | 400 | An entity is person, section, school",
                "GET  | /api/%2e%2e/x%2fcanary           |                   | 400 | The request cannot be read.",
            })
    void what_does_not_fit_is_one_sentence(String method, String path, String body, int status, String sentence)
            throws Exception {
        var response = send(signedIn(path)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response)).hasSize(1);
        assertThat(error(response)).startsWith(sentence);
        assertThat(response.body()).doesNotContainIgnoringCase("canary", "exception", "x'y", "';--");
    }

    @Test
    void what_nobody_expected_is_a_500_that_repeats_nothing() throws Exception {
        var run = sync();
        db.update("update sync.run set report = '[\"Canary\"]' where run_id = ?", run.runId());

        var broken = get("/api/runs/" + run.runId());

        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).isEqualTo("{\"error\":\"The service met an unexpected error; its log says which.\"}");
    }

    private RunResult sync() {
        return districtSync.sync(district.id(), false, Progress.NONE);
    }
}
