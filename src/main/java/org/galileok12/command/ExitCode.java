package org.galileok12.command;

import java.util.Collection;
import org.galileok12.run.Outcome;

/** The documented exit codes: schedulers and scripts decide by them. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int HELD = 2;
    static final int SKIPPED = 3;
    static final int USAGE = 64;

    private ExitCode() {}

    /** An incomplete run has published what it read: done. Its report says what is missing. */
    static int of(Outcome outcome) {
        return switch (outcome) {
            case DONE, INCOMPLETE -> DONE;
            case HELD -> HELD;
            case SKIPPED -> SKIPPED;
            case FAILED -> FAILED;
        };
    }

    /** Failed if any failed, else held if any was held, else skipped if there was nothing but skipping, else done. */
    static int of(Collection<Outcome> outcomes) {
        if (outcomes.contains(Outcome.FAILED)) {
            return FAILED;
        }
        if (outcomes.contains(Outcome.HELD)) {
            return HELD;
        }
        return outcomes.stream().allMatch(outcome -> outcome == Outcome.SKIPPED) ? SKIPPED : DONE;
    }
}
