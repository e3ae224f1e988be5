package org.galileok12.run;

import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.roster.SqlRow;

/** Says what a run that is under way means for one that would begin, as the routes call it. Safe to share. */
public final class OtherRuns {

    /** In: rows of find-active-run.sql, none if that run has ended meanwhile. */
    public void refuse(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var district = exchange.getVariable("district", String.class);
        if (rows.isEmpty()) {
            throw new RunRefused(
                    exchange.getVariable("firedFor") == null
                            ? "A run of district %s has just ended. Start this one again.".formatted(district)
                            : "The run of district %s for %s was begun before."
                                    .formatted(district, exchange.getVariable("firedFor")));
        }
        var row = rows.get(0);
        if (row.get("parked_until") != null) {
            throw new RunUnderWay(
                    SqlRow.number(row, "run_id"),
                    "Run %s of district %s waits until %s, as Clever asked, and then goes on by itself. Wait for it to end (--join does)."
                            .formatted(row.get("run_id"), district, row.get("parked_until")));
        }
        var sentence = Boolean.TRUE.equals(row.get("stale"))
                ? "Run %s of district %s, begun %s, was interrupted and waits for a node to go on with it: 'serve', or 'sync' without --dry-run."
                : "Run %s of district %s is under way since %s. Wait for it to end (--join does), or for a minute if its node has died.";
        var said = sentence.formatted(row.get("run_id"), district, row.get("started_at"));
        throw Boolean.TRUE.equals(row.get("dry_run"))
                ? new DryRunUnderWay(SqlRow.number(row, "run_id"), said)
                : new RunUnderWay(SqlRow.number(row, "run_id"), said);
    }

    /**
     * Whether the active run follows events, so that another one only waits for it. In: rows of find-active-run.sql.
     *
     * @throws RunRefused when the service is stopping: nobody can wait here
     */
    public boolean followsEvents(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var follows = !rows.isEmpty() && "events".equals(rows.get(0).get("trigger"));
        if (follows && !exchange.getContext().isStarted()) {
            throw new RunRefused("The service is stopping: nothing was begun.");
        }
        return follows;
    }
}
