package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Whoever reads while a roster is published sees the old roster or the new one. */
class ReadersTest extends RichScenario {

    @Test
    void readers_see_the_old_roster_up_to_the_last_statement_and_then_the_new_one() {
        var rich = new RichDistrict(district);
        syncDone();
        rich.changeEverything();
        var old = roster();
        Set<String> atEachStatement = ConcurrentHashMap.newKeySet();
        Set<String> allTheTime = ConcurrentHashMap.newKeySet();
        var reading = new AtomicBoolean(true);
        var reader = CompletableFuture.runAsync(() -> {
            while (reading.get()) {
                allTheTime.add(roster());
            }
        });
        // From another thread: the run's own would read inside its transaction.
        var committed = new AtomicBoolean();
        statements.before(statement -> {
            committed.compareAndSet(false, statement.equals("finish-run.sql"));
            CompletableFuture.runAsync(() -> (committed.get() ? allTheTime : atEachStatement).add(roster()))
                    .join();
        });

        syncDone();
        reading.set(false);
        reader.join();

        assertThat(statements.seen()).contains("upsert-school.sql", "close-enrollment.sql", "mark-published.sql");
        assertThat(atEachStatement).containsExactly(old);
        assertThat(roster()).isNotEqualTo(old);
        assertThat(allTheTime).containsExactlyInAnyOrder(old, roster());
    }
}
