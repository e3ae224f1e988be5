package org.galileok12.district;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galileok12.run.RunRefused;
import org.jspecify.annotations.Nullable;

/**
 * How districts stand on their way from Clever's list to their schedule, and what people decide about that. The command line and
 * the API call the same. Every decision is kept with who and when, refused ones too. Safe to share.
 */
public interface Districts {

    /**
     * All districts, from what is kept here.
     *
     * @return poll (how the last look at Clever's list ended, null before the first) and districts, each with the columns of
     *     list-districts.sql
     */
    ObjectNode list();

    /**
     * One district with its checklist.
     *
     * @param ask whether Clever is asked anew; else from what is kept here
     * @return the columns of list-districts.sql, and checklist: item, done, acts, evidence, advice, lookedAt
     * @throws org.galileok12.run.NeverSeen for a district that is not here
     */
    ObjectNode show(String district, boolean ask);

    /**
     * Looks at Clever's list now, and at the districts on their way. Finds districts and takes back those that were gone; who is
     * missing is left to the scheduled look.
     *
     * @return outcome, reason, listed, here, missing, arrived, returned
     * @throws RunRefused when Clever cannot be asked
     */
    ObjectNode discover();

    /**
     * Takes a district on, lifts a disconnect or purge, and confirms that a person has read a dry run.
     *
     * @param plan hash of the newest dry run's plan, which the person has read; null to confirm none
     * @return district, wasDisconnectedAt, wasPurgedAt, readRun, onboarding
     * @throws RunRefused when the newest dry run has another plan; for a district that is not here {@link
     *     org.galileok12.run.NeverSeen}
     */
    ObjectNode accept(String district, @Nullable String plan, String by);

    /**
     * Does not take a district on: it is never synchronised, until it is accepted.
     *
     * @param because for whoever wonders later; null for none
     * @return district, onboarding
     * @throws RunRefused when it is declined already, or is synchronised already
     */
    ObjectNode decline(String district, @Nullable String because, String by);

    /** @throws RunRefused when it is paused already, declined, or has left */
    ObjectNode pause(String district, String by);

    /** @throws RunRefused when it is not paused */
    ObjectNode resume(String district, String by);
}
