package org.galileok12.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import org.galileok12.district.Districts;
import org.galileok12.run.Progress;
import org.galileok12.simulator.SchoolDistrict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The operator takes districts on over HTTP; the account's name stands beside every decision. */
class DistrictApiTest extends ApiScenario {

    private static int count;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Districts districts;

    @SuppressWarnings("NullAway.Init")
    private SchoolDistrict district;

    @BeforeEach
    void newDistrict() {
        db.update(
                "update sync.connection set disconnected_at = now(), disconnected_by = 'another test' where disconnected_at is null");
        district = CLEVER.district("Onboarding Api " + ++count)
                .lastSync(Clock.systemUTC().instant());
        district.student("Amy Ng", district.school("North"));
        districts.discover();
    }

    @Test
    void a_district_is_listed_shown_accepted_paused_and_resumed() throws Exception {
        var path = "/api/districts/" + district.id();
        var listed = get("/api/districts");
        assertThat(listed.statusCode()).isEqualTo(200);
        assertThat(json(listed).path("poll").path("outcome").asText()).isEqualTo("applied");
        assertThat(json(listed).path("districts")).anySatisfy(each -> {
            assertThat(each.path("district").asText()).isEqualTo(district.id());
            assertThat(each.path("standing").asText()).isEqualTo("requested");
            assertThat(each.path("openItem").asText()).isEqualTo("accepted");
            assertThat(each.path("openActs").asText()).isEqualTo("us");
        });
        assertThat(json(get(path)).path("checklist")).hasSize(6);
        assertThat(json(post(path + "/probe", "")).path("checklist")).hasSize(6);

        var accepted = post(path + "/accept", "");
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(json(accepted).path("onboarding").asText()).isEqualTo("accepted");
        var plan = districtSync
                .sync(district.id(), true, Progress.NONE)
                .report()
                .at("/plan/hash")
                .asText();
        assertThat(post(path + "/accept", "{\"plan\":\"0123456789abcdef\"}").statusCode())
                .isEqualTo(409);
        assertThat(json(post(path + "/accept", "{\"plan\":\"" + plan + "\"}"))
                        .path("onboarding")
                        .asText())
                .isEqualTo("scheduled");
        assertThat(post(path + "/pause", "{}").statusCode()).isEqualTo(200);
        assertThat(error(post(path + "/pause", "{}"))).contains(" is paused already, since 20");
        assertThat(post(path + "/resume", "{}").statusCode()).isEqualTo(200);
        assertThat(error(post(path + "/decline", "{}"))).contains(" is synchronised already");
        assertThat(get(path).body()).doesNotContain("Amy");
        assertThat(db.queryForList("""
                        select kind || ' ' || decided_by || ' ' || (outcome like 'Refused: %') from sync.decision
                        where district_id = (select district_id from sync.connection where clever_id = ?) order by decision_id
                        """, String.class, district.id()))
                .containsExactly(
                        "accept olga false",
                        "accept olga true",
                        "accept olga false",
                        "pause olga false",
                        "pause olga true",
                        "resume olga false",
                        "decline olga true");
    }

    @Test
    void a_district_is_declined_with_a_reason() throws Exception {
        var path = "/api/districts/" + district.id();

        assertThat(post(path + "/decline", "{\"reason\":\" not a customer \"}").statusCode())
                .isEqualTo(200);

        assertThat(json(get(path)).path("standing").asText()).isEqualTo("declined");
        assertThat(get(path).body()).contains(": not a customer");
        assertThat(post(path + "/decline", "").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /api/districts/ABC                               |                           | 400 | A district is named by Clever's id",
                "POST | /api/districts/ABC/accept                        | {}                        | 400 | A district is named by Clever's id",
                "POST | /api/districts/0123456789abcdef01234567/accept   | {\"plan\":\"';--\"}       | 400 | Send {\"plan\": hash} with the hash",
                "POST | /api/districts/0123456789abcdef01234567/accept   | {\"plan\":null}           | 400 | Send {\"plan\": hash} with the hash",
                "POST | /api/districts/0123456789abcdef01234567/accept   | [7]                       | 400 | Send {\"plan\": hash} with the hash",
                "POST | /api/districts/0123456789abcdef01234567/decline  | {\"reason\":\"\"}         | 400 | A \"reason\" is a text of at most 500",
                "POST | /api/districts/0123456789abcdef01234567/decline  | {\"reason\":\"a\\ncanary\"} | 400 | A \"reason\" is a text of at most 500",
                "POST | /api/districts/0123456789abcdef01234567/decline  | {\"reason\":7}            | 400 | A \"reason\" is a text of at most 500",
                "POST | /api/districts/0123456789abcdef01234567/decline  | [\"canary\"]              | 400 | A \"reason\" is a text of at most 500",
                "POST | /api/districts/0123456789abcdef01234567/pause    | {'canary                  | 400 | District 0123456789abcdef01234567 was never",
                "GET  | /api/districts/0123456789abcdef01234567          |                           | 400 | District 0123456789abcdef01234567 was never",
                "POST | /api/districts/0123456789abcdef01234567/accept   | {}                        | 400 | District 0123456789abcdef01234567 was never",
                "POST | /api/districts/0123456789abcdef01234567/decline  | {}                        | 400 | District 0123456789abcdef01234567 was never",
                "POST | /api/districts/0123456789abcdef01234567/resume   | {}                        | 400 | District 0123456789abcdef01234567 was never",
                "POST | /api/districts/0123456789abcdef01234567/probe    | {}                        | 400 | District 0123456789abcdef01234567 was never",
            })
    void what_does_not_fit_is_one_sentence_and_stores_nothing(
            String method, String path, String body, int status, String sentence) throws Exception {
        var before = stored();

        var response = send(signedIn(path)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response)).hasSize(1);
        assertThat(error(response)).startsWith(sentence);
        assertThat(response.body()).doesNotContain("canary", "';--");
        assertThat(stored()).isEqualTo(before);
    }

    private String stored() {
        return String.valueOf(db.queryForObject(
                "select (select count(*) from sync.decision) || ' ' || (select count(*) from sync.connection) || ' ' || (select count(*) from sync.probe)",
                String.class));
    }
}
