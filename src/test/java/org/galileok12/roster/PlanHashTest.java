package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.run.RunResult;
import org.junit.jupiter.api.Test;

/** A plan is named by its changes: the same changes have the same name, others another. */
class PlanHashTest extends GuardScenario {

    @Test
    void a_dry_run_of_a_first_sync_names_the_plan_that_the_sync_then_applies() {
        campus("North", 6);

        var dry = hash(dryRun());

        assertThat(hash(dryRun())).isEqualTo(dry);
        assertThat(hash(syncDone())).isEqualTo(dry);
        assertThat(hash(syncDone())).as("nothing left to do").isNotEqualTo(dry);
    }

    @Test
    void another_value_another_person_or_another_class_makes_another_plan() {
        var north = campus("North", 6);
        syncDone();
        var nothing = hash(dryRun());
        var amy = north.students().get(0);
        amy.named("Amy One");
        var one = hash(dryRun());
        amy.named("Amy Two");
        var two = hash(dryRun());
        north.maths().without(amy);
        var without = hash(dryRun());

        assertThat(java.util.Set.of(nothing, one, two, without)).hasSize(4);
    }

    @Test
    void the_plan_is_counted_per_entity_and_school() {
        var north = campus("North", 6);
        campus("South", 6);
        syncDone();
        north.students().get(0).remove();
        north.students().get(1).grade("8");
        district.student("Ann Arrival", north.school());

        var plan = dryRun().report().path("plan").path("entities");

        assertThat(plan.valueStream()
                        .filter(line -> line.path("entity").asText().equals("student"))
                        .map(line -> line.path("school").asText() + " " + line.path("create") + line.path("update")
                                + line.path("deactivate")))
                .containsExactly("North 111");
    }

    private static String hash(RunResult result) {
        var hash = result.report().path("plan").path("hash").asText();
        assertThat(hash).matches("[0-9a-f]{16}");
        return hash;
    }
}
