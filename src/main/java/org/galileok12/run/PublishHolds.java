package org.galileok12.run;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Districts whose runs only plan, until a person has seen what would be applied. Safe to share. */
public interface PublishHolds {

    /**
     * Puts a district on publish hold. A run that is under way publishes before, or not at all.
     *
     * @param district Clever's district id
     * @return district, publishHold (since, by, reason)
     * @throws RunRefused when it is on hold already; for one {@link NeverSeen}
     */
    ObjectNode hold(String district, String by);

    /**
     * What the newest plan made since the hold would apply.
     *
     * @return district, publishHold, run, plan (the hash to release by), report
     * @throws RunRefused when it is not on hold, or no run has planned since; for one {@link NeverSeen}
     */
    ObjectNode withheld(String district);

    /**
     * Lets runs publish again, if the plan named is the newest one. Writes nothing to the roster: the next run does.
     *
     * @return district, plan, run, decidedBy
     * @throws RunRefused when another plan is the newest, and as {@link #withheld} does
     */
    ObjectNode release(String district, String plan, String by);
}
