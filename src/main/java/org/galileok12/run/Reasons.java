package org.galileok12.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Adds to a story why a row is not as Clever has it: rules, unreadable records, guards, people. Safe to share. */
public final class Reasons {

    /** In: rows of tell-kept-out.sql. */
    public void keptOut(Exchange exchange, @Body List<Map<String, Object>> rows) {
        for (var row : rows) {
            var rule = String.valueOf(row.get("rule"));
            if (row.get("pointer") == null) {
                Stories.story(exchange)
                        .add(row, "filtered", "kept out by sharing rule " + rule)
                        .put("rule", rule);
            } else {
                var story = Stories.story(exchange);
                var event = story.add(
                                row,
                                "quarantined",
                                "its record could not be read: " + rule + " at " + row.get("pointer"))
                        .put("rule", rule)
                        .put("pointer", String.valueOf(row.get("pointer")));
                if (Boolean.TRUE.equals(row.get("present"))) {
                    story.cannotBeRead(event);
                }
            }
        }
    }

    /** In: rows of tell-held.sql. */
    public void held(Exchange exchange, @Body List<Map<String, Object>> rows) {
        for (var row : rows) {
            Stories.story(exchange)
                    .add(
                            row,
                            "held",
                            "held by a guard: %s of %s (%s)"
                                    .formatted(row.get("action"), row.get("entities"), row.get("cause")))
                    .put("state", String.valueOf(row.get("state")));
            if (row.get("decided_at") != null) {
                var decided = new LinkedHashMap<String, @Nullable Object>();
                decided.put("at", row.get("decided_at"));
                decided.put("run_id", row.get("decided_run"));
                Stories.story(exchange)
                        .add(decided, "decided", "what run " + row.get("run_id") + " held was " + row.get("state"));
            }
        }
    }

    /** In: rows of tell-alerts.sql. */
    public void alerts(Exchange exchange, @Body List<Map<String, Object>> rows) {
        for (var row : rows) {
            var text = "%s: somebody should look whether Clever id %s is person %s"
                    .formatted(row.get("kind"), row.get("clever_id"), row.get("id"));
            Stories.story(exchange).add(row, "alert", text);
        }
    }

    /** In: rows of tell-decisions.sql. */
    public void decisions(Exchange exchange, @Body List<Map<String, Object>> rows) {
        for (var row : rows) {
            var text = "%s by %s: %s".formatted(row.get("kind"), row.get("decided_by"), row.get("outcome"));
            Stories.story(exchange).add(row, "decision", text);
        }
    }
}
