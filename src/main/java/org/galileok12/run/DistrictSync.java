package org.galileok12.run;

import java.util.List;

/** Synchronises one district at a time. Safe to call from several threads for different districts. */
public interface DistrictSync {

    /**
     * Runs one district to its end and records the run. A run that fails returns {@link Outcome#FAILED} with the reason;
     * only a run that could not begin throws.
     *
     * @param district Clever's district id, 24 hexadecimal digits
     * @param dryRun plan and report, but publish nothing
     * @throws RunRefused when the run could not begin, for one {@link UnknownDistrict}
     */
    RunResult sync(String district, boolean dryRun, Progress progress);

    /**
     * Like a sync that changes something, but waits for a run of the district that is under way and returns its result,
     * wherever it runs. Goes on with that run itself when its node dies meanwhile.
     *
     * @throws RunRefused as {@link #sync}, and when this service stops while it waits
     */
    RunResult syncOrJoin(String district, Progress progress);

    /**
     * Clever ids of the districts whose token allows rostering, in ascending order. Knows nothing but Clever's list.
     *
     * @throws RunRefused when Clever cannot be asked
     */
    List<String> rosteringDistricts();

    /**
     * Those of them that are synchronised together: taken on, neither declined nor paused; in ascending order.
     *
     * @throws RunRefused when Clever or the database cannot be asked
     */
    List<String> districtsToSync();
}
