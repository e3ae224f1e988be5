package org.galileok12.rules;

import java.util.Set;

/**
 * What a guard goes by for one district on one day. Immutable.
 *
 * @param share a larger share of a scope's rows may not be switched off at once (0.10 is 10 %) ...
 * @param rows ... if it is at least so many rows
 * @param emptied so many rows may not go when the scope's last one is among them
 * @param updateShare a larger share of the students may not get another name or SIS id at once ...
 * @param updateRows ... if it is at least so many
 * @param leavers labels of the grades whose students may all leave on this day
 * @param lastTeacher whether the last teacher of a class that goes on is never switched off
 * @param people Clever ids of people who are never switched off
 */
public record Thresholds(
        double share,
        int rows,
        int emptied,
        double updateShare,
        int updateRows,
        Set<String> leavers,
        boolean lastTeacher,
        Set<String> people) {}
