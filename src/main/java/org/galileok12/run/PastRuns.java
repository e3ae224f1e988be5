package org.galileok12.run;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Says how runs ended. Safe to share. */
public interface PastRuns {

    /**
     * @return run, district, trigger, dryRun, state, reason, errorClass, startedAt, finishedAt, publishedAt, plan, undoes,
     *     undoneBy, report
     * @throws NotFound when there is no such run
     */
    ObjectNode run(long run);
}
