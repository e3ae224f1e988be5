package org.galileok12.roster;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Body;

/** Refuses to plan from a stage that is not what Clever sent. Safe to share. */
public final class Proofs {

    /** In: rows of find-incomplete-collections.sql. */
    public void refuseIncomplete(@Body List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            throw RosterTrouble.local("The stage does not hold what was read ("
                    + listed(rows, "expected %s, found %s", "expected", "found")
                    + "): the database may have crashed in mid-run. Start the run again.");
        }
    }

    /** In: the row of begin-publish.sql. */
    public void refuseEmptied(@Body List<Map<String, Object>> rows) {
        var row = rows.get(0);
        if (!Boolean.TRUE.equals(row.get("published")) && SqlRow.number(row, "staged") == 0) {
            throw RosterTrouble.local("The plan is gone: the database has crashed in mid-run. Start the run again.");
        }
    }

    /** In: rows of find-bad-collections.sql. */
    public void refuseBad(@Body List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            throw RosterTrouble.data(
                    "Too many records cannot be read ("
                            + listed(rows, "%s of %s", "rejected", "fetched")
                            + "): nothing was published. The report lists them with rule and place; tell Clever or correct fields.yaml.");
        }
    }

    /** In: the row of find-unproven-rekeys.sql. */
    public void refuseUnprovenRekeys(@Body List<Map<String, Object>> rows) {
        var rekeys = SqlRow.number(rows.get(0), "rekeys");
        if (rekeys > 0) {
            throw RosterTrouble.data(
                    "Clever changed the district while it was read and does not say when it does: " + rekeys
                            + " records that seemed to have a new id may be others. Nothing was published. Start the run again.");
        }
    }

    /** In: the row of count-shared-students.sql. */
    public void refuseNobodyShared(@Body List<Map<String, Object>> rows) {
        var row = rows.get(0);
        if (SqlRow.number(row, "shared") == 0 && SqlRow.number(row, "kept_out") > 0) {
            throw RosterTrouble.data("The sharing rules of this district leave no student (they kept out "
                    + row.get("kept_out") + " people): nothing was published. Correct rules/sharing.yaml.");
        }
    }

    private static String listed(List<Map<String, Object>> rows, String format, String first, String second) {
        return rows.stream()
                .map(row -> row.get("collection") + ": " + format.formatted(row.get(first), row.get(second)))
                .collect(Collectors.joining("; "));
    }
}
