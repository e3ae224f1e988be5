package org.galileok12.faults;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** What the database does to a run. */
final class DatabaseFaults {

    /** A run over a district of this size makes about so many statements. */
    static final int STATEMENTS = 165;

    private DatabaseFaults() {}

    /** The server ends all sessions of the node, before some statement or in the middle of it. */
    static void terminate(Trial trial, Random random) {
        var inTheMiddle = random.nextBoolean();
        trial.beforeStatement(FaultKind.BACKENDS_TERMINATED, random, statement -> {
            if (inTheMiddle) {
                CompletableFuture.runAsync(trial.lane()::terminateBackends);
            } else {
                trial.lane().terminateBackends();
            }
        });
    }

    static void undo(Trial trial, Random random) {
        var state = List.of("40001", "40P01", "55P03").get(random.nextInt(3));
        trial.beforeStatement(FaultKind.TRANSACTION_UNDONE, random, statement -> {
            throw new SQLException("Undone by the test.", state);
        });
    }

    /** What a crash of the server does: all sessions end, and unlogged tables are empty. */
    static void stageLost(Trial trial, Random random) {
        Runnable crash = () -> {
            trial.lane().terminateBackends();
            trial.emptyStage();
        };
        if (random.nextBoolean()) {
            trial.beforePage(FaultKind.STAGE_LOST, random, crash);
        } else {
            trial.beforeStatement(
                    FaultKind.STAGE_LOST, random, statement -> trial.beside(CompletableFuture.runAsync(crash)));
        }
    }

    /** Somebody holds a person whom the run must write, and then wants the school that the run has written by then. */
    static void deadlock(Trial trial, Random random) {
        var edited = trial.edit(HandEdit.PERSON_IS_RENAMED, random.nextLong())
                && trial.edit(HandEdit.SCHOOL_IS_RENAMED, random.nextLong());
        if (!edited) {
            return;
        }
        var other = trial.lane().newConnection();
        lock(other, trial, "person");
        var done = CompletableFuture.runAsync(() -> {
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> trial.isOver() || trial.lane().waitsForALock());
            if (!trial.isOver()) {
                trial.happened(FaultKind.DEADLOCK, "in publish");
                lock(other, trial, "school");
            }
        });
        trial.afterwards(() -> {
            done.join();
            close(other);
        });
        // The run must not wait for the end of the round: what holds it is let go as soon as it was asked for.
        done.whenComplete((nothing, failure) -> close(other));
    }

    private static void lock(Connection other, Trial trial, String table) {
        try (var statement = other.createStatement()) {
            other.setAutoCommit(false);
            // PostgreSQL gives up the one that looks first, which is the run.
            statement.execute("set local deadlock_timeout = '30s'");
            statement.execute("select from galileo." + table
                    + " join sync.connection using (district_id) where connection.clever_id = '"
                    + trial.model().district.id() + "' for update of " + table);
        } catch (SQLException e) {
            throw new IllegalStateException("The other session got no lock.", e);
        }
    }

    /** By whoever comes first: the end of its own statement, or the end of the round. */
    private static synchronized void close(Connection other) {
        try {
            if (!other.isClosed()) {
                other.rollback();
                other.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The other session kept its locks.", e);
        }
    }
}
