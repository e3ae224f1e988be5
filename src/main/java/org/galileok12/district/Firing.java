package org.galileok12.district;

import org.jspecify.annotations.Nullable;

/** What comes of a firing of Quartz; counted under its name. */
enum Firing {
    /** A run begins. */
    RUN,
    /** A run begins if Clever has something newer than our last snapshot. */
    ASK,
    /** Not now: a trigger of its own fires for it again. */
    AGAIN,
    /** The district is not on schedule any more. */
    OFF,
    /** A run for this moment was begun before: the firing was recovered, or came twice. */
    MADE,
    /** A later moment of the schedule has come as well, and stands for this one. */
    SUPERSEDED,
    /** Today is in a blackout. */
    BLACKOUT("today is in a blackout"),
    /** It is too late, and the district is one that rather waits for its next time. */
    LATE("it is too late for it, and its schedule says skip");

    private final @Nullable String leftOut;

    Firing() {
        this(null);
    }

    Firing(@Nullable String leftOut) {
        this.leftOut = leftOut;
    }

    /** Why a district that is on schedule gets no run, for the log; null for what is nothing to tell. */
    @Nullable String leftOut() {
        return leftOut;
    }
}
