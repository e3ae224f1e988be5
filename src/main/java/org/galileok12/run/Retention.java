package org.galileok12.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Forgets districts that leave. Every decision is kept with who and when, refused ones too. Safe to share. */
public interface Retention {

    /**
     * Refuses further runs of a district, and ends the one under way; the roster stays, and its retention time begins.
     *
     * @return district, disconnectedAt, runsEnded
     * @throws RunRefused for a district that was never synchronised
     */
    ObjectNode disconnect(String district, String by);

    /**
     * Deletes what Clever told us of a disconnected district whose retention time is over, and proves that it is gone. No run
     * brings it back until {@link #accept}.
     *
     * @param includeManual rows made by hand go too
     * @return district, run, deleted and left by entity
     * @throws RunRefused when it is not disconnected, no retention time is set, or it is not over
     */
    ObjectNode purge(String district, boolean includeManual, String by);

    /**
     * Takes a district on, and lets it be synchronised again after a disconnect or a purge.
     *
     * @param plan hash of the plan of the newest dry run, which this person has read; null when none was
     * @return district, wasDisconnectedAt, wasPurgedAt, wasOnboarding, onboarding, openItem, openActs, openAdvice, readRun
     * @throws RunRefused for another plan; {@link NeverSeen} for a district that is not here
     */
    ObjectNode accept(String district, @Nullable String plan, String by);

    /** Without having read a dry run. */
    default ObjectNode accept(String district, String by) {
        return accept(district, null, by);
    }
}
