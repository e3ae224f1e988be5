package org.galileok12.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What guards hold back, and what a person decides about it. The command line and the API call the same. Every decision is
 * kept with who and when, refused ones too. Safe to share.
 */
public interface HeldPlans {

    /** The plans that wait for a person, oldest first: district, run, plan (the hash), heldAt, rows, scopes. */
    ArrayNode open();

    /**
     * Reads the district anew and applies what the plan holds, if the new snapshot holds back exactly the same rows; else
     * nothing of it is applied, the difference is guard.approvalRefused in the report, and the run ends {@link Outcome#HELD}
     * if anything still waits. Approving twice applies once; a rejection can be taken back by approving.
     *
     * @param run a run that held the plan
     * @param plan hash of the held plan, as the report and {@link #open()} show it
     * @param by who decides
     * @throws RunRefused when there is nothing to approve: another hash, applied already, superseded
     */
    RunResult approve(long run, String plan, String by, Progress progress);

    /**
     * Remembers that exactly this set must not be applied, nor be asked for again. An approval whose run is under way does not
     * apply it any more: that run publishes nothing.
     *
     * @return district, run, plan, rows, decidedBy, decidedAt
     * @throws RunRefused when there is nothing to reject
     */
    ObjectNode reject(long run, String by);
}
