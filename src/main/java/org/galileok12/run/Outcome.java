package org.galileok12.run;

/** How a run ended. Stored in {@code sync.run} and printed in the report. */
public enum Outcome {
    /** The snapshot was complete and is published. */
    DONE,
    /** Published, but without deactivations: the snapshot could not be proven complete. */
    INCOMPLETE,
    /** Published except for what a guard holds back for a person's decision. */
    HELD,
    /** Nothing was read, because the district is not ready; the last good roster stays. */
    SKIPPED,
    /** The roster is as it was before the run. */
    FAILED
}
