package org.galileok12.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Every kind of fault that a schedule may hold. */
enum FaultKind {
    TOO_MANY_REQUESTS(HttpFaults::tooManyRequests),
    SERVER_ERRORS(HttpFaults::serverErrors),
    SERVER_DOWN(HttpFaults::serverDown),
    CONNECTION_RESET(HttpFaults::reset),
    END_IN_MID_BODY(HttpFaults::endInMidBody),
    GARBAGE(HttpFaults::garbage),
    HALF_A_JSON(HttpFaults::halfAJson),
    HTML(HttpFaults::html),
    EMPTY_OBJECT(HttpFaults::emptyObject),
    SLOW_PAGE(HttpFaults::slow),
    STALLED_PAGE(HttpFaults::stalled),
    LINKS_MISSING(HttpFaults::linksMissing),
    SAME_PAGE_AGAIN(HttpFaults::samePageAgain),
    RECORDS_REPEATED(HttpFaults::recordsRepeated),
    SHORT_PAGE(HttpFaults::shortPage),
    RECORD_UNREADABLE(CleverFaults::recordUnreadable),
    COLLECTION_REFUSED(CleverFaults::collectionRefused),
    TOKEN_REFUSED(CleverFaults::tokenRefused),
    TOKEN_ROTATED(CleverFaults::tokenRotated),
    DISTRICT_PAUSED(CleverFaults::paused),
    CLEVER_MOVES_IN_MID_WALK(CleverFaults::movesInMidWalk),
    BACKENDS_TERMINATED(DatabaseFaults::terminate),
    TRANSACTION_UNDONE(DatabaseFaults::undo),
    STAGE_LOST(DatabaseFaults::stageLost),
    DEADLOCK(DatabaseFaults::deadlock),
    FENCE_TAKEN(NodeFaults::fenceTaken),
    FROZEN_NODE(NodeFaults::frozen),
    DEAD_RUN_LEFT(NodeFaults::deadRunLeft),
    SECOND_START(NodeFaults::secondStart),
    DRY_RUN(NodeFaults::dryRun),
    CLOCK_JUMP(NodeFaults::clockJump),
    KILL_9(NodeFaults::kill),
    MASS_REMOVAL_APPROVED(FaultKind::isAPhaseOfItsOwn),
    MASS_REMOVAL_TAKEN_BACK(FaultKind::isAPhaseOfItsOwn);

    /** All but those that need a JVM or a phase of their own. */
    static final FaultKind[] RANDOM = allBut(KILL_9, MASS_REMOVAL_APPROVED, MASS_REMOVAL_TAKEN_BACK);

    /** Those of them that neither change the district nor edit a row by hand. */
    static final FaultKind[] CHANGING_NOTHING =
            allBut(KILL_9, MASS_REMOVAL_APPROVED, MASS_REMOVAL_TAKEN_BACK, CLEVER_MOVES_IN_MID_WALK, DEADLOCK);

    /** Prepares a fault for the next run; whatever it changes is undone by {@link Trial#calm}. */
    interface Preparation {
        private static FaultKind[] allBut(FaultKind... others) {
            return Arrays.stream(values())
                    .filter(kind -> !List.of(others).contains(kind))
                    .toArray(FaultKind[]::new);
        }

        private static void isAPhaseOfItsOwn(Trial trial, Random random) {
            throw new IllegalStateException("See MassRemoval.");
        }

        void prepare(Trial trial, Random random);
    }

    private final Preparation preparation;

    FaultKind(Preparation preparation) {
        this.preparation = preparation;
    }

    private static FaultKind[] allBut(FaultKind... others) {
        return Arrays.stream(values())
                .filter(kind -> !List.of(others).contains(kind))
                .toArray(FaultKind[]::new);
    }

    private static void isAPhaseOfItsOwn(Trial trial, Random random) {
        throw new IllegalStateException("See MassRemoval.");
    }

    void prepare(Trial trial, Random random) {
        preparation.prepare(trial, random);
    }
}
