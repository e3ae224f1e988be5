package org.galileok12.run;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Undoes published runs. Safe to share. */
public interface Rollbacks {

    /**
     * Puts back values and states from before a run, in one transaction, and puts the district on publish hold. Rows that
     * changed since stay as they are and are listed. The rollback is a run itself and can be rolled back.
     *
     * @param run a published run that is not rolled back yet
     * @param by who decides
     * @return run, undoes, district, outcome, rows, refused, entities (counts by action), refusedRows (entity, id, why),
     *     publishHold; never student data
     * @throws RunRefused when there is nothing to undo, its values are gone, or a run of the district is active; for one
     *     {@link NotFound}
     */
    ObjectNode rollback(long run, String by);
}
