package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A second JVM gets SIGSTOP in the middle of a run, and SIGCONT when the run has ended elsewhere. */
class FrozenNodeTest extends ResumeScenario {

    @Test
    void a_node_that_was_frozen_in_mid_walk_wakes_up_and_writes_nothing() {
        var go = pageHeldBack();
        try (var node = node()) {
            awaitTwoPagesOfUsers();
            node.freeze();
            go.countDown();
            goesOnHere();

            wakesAndWritesNothing(node);
        }
    }

    @Test
    void a_node_that_was_frozen_while_it_published_loses_its_transaction_and_writes_nothing() {
        lock("lock table galileo.teaching in share mode");
        try (var node = node()) {
            awaitWaiting("close-teaching.sql");
            node.freeze();
            unlock();
            goesOnHere();

            wakesAndWritesNothing(node);
        }
    }

    private void wakesAndWritesNothing(NodeProcess node) {
        var state = state();
        node.thaw();

        assertThat(node.ended()).isEqualTo(1);
        assertThat(node.output()).contains("no longer this node's");
        assertThat(state()).isEqualTo(state);
    }

    private List<String> state() {
        return List.of(
                roster(),
                rows("select * from sync.run where district_id = ? order by run_id", districtId())
                        .toString(),
                rows("select count(*) from sync.journal where district_id = ?", districtId())
                        .toString(),
                String.valueOf(staged()));
    }
}
