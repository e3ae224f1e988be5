package org.galileok12.district;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galileok12.run.RunRefused;
import org.galileok12.run.UnusableQuestion;

/** The schedule of a district: looked at and changed. Changes are kept with who and when. Safe to share. */
public interface Schedules {

    /**
     * Says when the district is synchronised, and what decides that.
     *
     * @return district, onSchedule, onboarding, cron, cronFrom, timeZone, timeZoneFrom, state, misfire, blackouts, nextRun (null when
     *     it is not on schedule, or never comes again), nextRunLocal
     * @throws UnusableQuestion for a district that is not known here
     */
    ObjectNode show(String district);

    /**
     * Changes it, in one transaction; its trigger follows at once.
     *
     * @return as {@link #show}
     * @throws UnusableQuestion for a district that is not known here, and for ranges that overlap those it has
     * @throws RunRefused when the database refuses
     */
    ObjectNode change(String district, ScheduleChange change, String by);
}
