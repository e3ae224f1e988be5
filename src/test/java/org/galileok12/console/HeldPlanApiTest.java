package org.galileok12.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.SchoolDistrict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A school whose sharing was withdrawn is approved and rejected over HTTP, as at the command line. */
@SuppressWarnings("NullAway.Init")
class HeldPlanApiTest extends ApiScenario {

    private static int districts;

    private SchoolDistrict district;
    private RunResult held;
    private String plan;

    @BeforeEach
    void aWithdrawnSchool() {
        district = CLEVER.district("Held " + ++districts);
        district.student("Amy Ng", district.school("North"));
        var south = district.school("South");
        var gone = new ArrayList<ListedRecord>(List.of(south));
        for (int i = 1; i <= 6; i++) {
            gone.add(district.student("South" + i + " Ng", south));
        }
        assertThat(sync().outcome()).isEqualTo(Outcome.DONE);
        gone.forEach(ListedRecord::remove);
        held = sync();
        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        plan = held.report().at("/guard/plan").asText();
    }

    @Test
    void a_held_plan_is_listed_and_approved_once_by_the_account_and_only_by_its_hash() throws Exception {
        assertThat(waiting()).singleElement().satisfies(waits -> {
            assertThat(waits.path("run").asLong()).isEqualTo(held.runId());
            assertThat(waits.path("plan").asText()).isEqualTo(plan);
        });

        var other = post(path("approve"), "{\"plan\":\"0000000000000000\"}");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(error(other)).startsWith("Run " + held.runId() + " holds back plan " + plan);
        assertThat(activeStudents()).isEqualTo(7);

        var approved = post(path("approve"), body(plan));
        assertThat(approved.statusCode()).isEqualTo(200);
        assertThat(json(approved).path("outcome").asText()).isEqualTo("DONE");
        assertThat(json(approved).at("/entities/student/deactivated").asInt()).isEqualTo(6);
        assertThat(approved.body()).doesNotContain("South1");
        assertThat(activeStudents()).isEqualTo(1);
        assertThat(waiting()).isEmpty();

        var again = post(path("approve"), body(plan));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(error(again)).contains("was approved by " + USER);
        assertThat(decisions())
                .containsExactly("approve olga refused", "approve olga", "approve olga", "approve olga refused");
    }

    @Test
    void a_rejected_plan_waits_no_more_and_cannot_be_rejected_twice() throws Exception {
        var rejected = post(path("reject"), "");

        assertThat(rejected.statusCode()).isEqualTo(200);
        assertThat(json(rejected).path("plan").asText()).isEqualTo(plan);
        assertThat(json(rejected).path("decidedBy").asText()).isEqualTo(USER);
        assertThat(waiting()).isEmpty();
        assertThat(post(path("reject"), "").statusCode()).isEqualTo(409);
        assertThat(sync().outcome()).isEqualTo(Outcome.DONE);
        assertThat(activeStudents()).isEqualTo(7);
        assertThat(decisions()).containsExactly("reject olga", "reject olga refused");
    }

    private RunResult sync() {
        return districtSync.sync(district.id(), false, Progress.NONE);
    }

    private String path(String decision) {
        return "/api/runs/" + held.runId() + "/" + decision;
    }

    private static String body(String plan) {
        return "{\"plan\":\"" + plan + "\"}";
    }

    private List<JsonNode> waiting() throws IOException, InterruptedException {
        return json(get("/api/held"))
                .valueStream()
                .filter(waits -> waits.path("district").asText().equals(district.id()))
                .toList();
    }

    private int activeStudents() {
        return db.queryForList("""
                        select 1 from galileo.student join sync.connection c using (district_id)
                        where c.clever_id = ? and active
                        """, district.id()).size();
    }

    private List<String> decisions() {
        return db.queryForList("""
                        select kind || ' ' || decided_by || case when outcome like 'Refused: %' then ' refused' else '' end
                        from sync.decision join sync.connection c using (district_id) where c.clever_id = ? order by decision_id
                        """, String.class, district.id());
    }
}
