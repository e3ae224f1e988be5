package org.galileok12.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** What happens to nodes and their runs: taken over, frozen, killed, started twice. */
final class NodeFaults {

    private NodeFaults() {}

    /** As another node would: it has claimed the run, or given it up, while a page is on its way or a statement about to write. */
    static void fenceTaken(Trial trial, Random random) {
        var abandons = random.nextInt(4) == 0;
        if (random.nextInt(4) > 0) {
            trial.beforePage(FaultKind.FENCE_TAKEN, random, () -> trial.takeFence(abandons));
        } else {
            trial.beforeStatement(
                    FaultKind.FENCE_TAKEN,
                    random,
                    statement ->
                            // In another thread: the run's own transaction may hold the fence until it ends.
                            trial.beside(CompletableFuture.runAsync(() -> trial.takeFence(abandons))));
        }
    }

    /** Nobody has heard of the node for minutes, and the district is started elsewhere, while the run goes on. */
    static void frozen(Trial trial, Random random) {
        trial.beforePage(FaultKind.FROZEN_NODE, random, () -> {
            trial.ageRun();
            trial.beside(CompletableFuture.runAsync(() -> trial.start(false)));
            // The page comes when the other node has the district, as a rule.
            trial.awaitClaim();
        });
    }

    /** A run of a node that is no more, of minutes or of hours ago. */
    static void deadRunLeft(Trial trial, Random random) {
        if (trial.leaveDeadRun(random.nextBoolean() ? "5 minutes" : "3 hours")) {
            trial.happened(FaultKind.DEAD_RUN_LEFT, "");
        }
    }

    static void secondStart(Trial trial, Random random) {
        trial.startsWith(() -> {
            trial.happened(FaultKind.SECOND_START, "");
            trial.beside(CompletableFuture.runAsync(() -> trial.start(false)));
            trial.start(false);
        });
    }

    /** Plans only, in place of the run. */
    static void dryRun(Trial trial, Random random) {
        trial.happened(FaultKind.DRY_RUN, "");
        trial.startsWith(() -> trial.start(true));
    }

    static void clockJump(Trial trial, Random random) {
        var hours = List.of(-48, -1, 1, 48, 24 * 400).get(random.nextInt(5));
        trial.beforeStatement(
                FaultKind.CLOCK_JUMP, random, statement -> trial.lane().clock().jump(Duration.ofHours(hours)));
    }

    /** A second JVM runs the district; it is killed at some page, or while it waits in publish, or at some moment. */
    static void kill(Trial trial, Random random) {
        var node = trial.lane().secondNode();
        trial.afterwards(node::close);
        switch (random.nextInt(3)) {
            case 0 -> trial.beforePage(FaultKind.KILL_9, random, node::kill);
            case 1 -> killedWhilePublishing(trial, random, node);
            default -> trial.beforePage(FaultKind.KILL_9, "districts", 1, () -> node.killIn(random.nextInt(400)));
        }
        trial.startsWith(() -> {
            node.sync(trial.model().district.id());
            node.awaitEnd();
            trial.ageRun();
        });
    }

    private static void killedWhilePublishing(Trial trial, Random random, SecondNode node) {
        trial.edit(HandEdit.PERSON_IS_RENAMED, random.nextLong());
        var lock = trial.lane().holdPeople(trial.model().district.id());
        trial.beside(CompletableFuture.runAsync(() -> {
            if (trial.lane().awaitsLockOf(SecondNode.APPLICATION, trial)) {
                trial.happened(FaultKind.KILL_9, "in publish");
            }
            node.kill();
            lock.run();
        }));
    }
}
