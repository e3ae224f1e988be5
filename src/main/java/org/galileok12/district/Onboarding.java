package org.galileok12.district;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.rules.OnboardingRules;
import org.galileok12.run.NeverSeen;
import org.galileok12.run.RunRefused;
import org.galileok12.run.UnusableQuestion;
import org.jspecify.annotations.Nullable;

/** Judges what people decide about districts on their way, and shows how these stand, as the routes call it. Safe to share. */
public final class Onboarding {

    private final OnboardingRules rules;
    private final boolean autoAccept;

    Onboarding(OnboardingRules rules, boolean autoAccept) {
        this.rules = rules;
        this.autoAccept = autoAccept;
    }

    /** Sets the parameters of the statements of a checklist. In: variable district, none for all. */
    public void parameters(Exchange exchange) {
        var message = exchange.getMessage();
        message.setHeader("district", exchange.getVariable("district"));
        message.setHeader("autoAccept", autoAccept);
        message.setHeader("lastSyncHours", rules.lastSyncHours());
        message.setHeader("gradeShare", rules.gradeShare());
        message.setHeader("ready", String.join(",", rules.ready()));
        message.setHeader("scheduled", String.join(",", rules.scheduled()));
    }

    /** In: variables held, because. Out: parameters of decline-district.sql, variable outcome. */
    public void decline(Exchange exchange) {
        var held = held(exchange);
        if ("declined".equals(held.get("onboarding"))) {
            throw refusal(
                    exchange,
                    "was declined already, at %s by %s.",
                    moment(held.get("taken_on_at")),
                    String.valueOf(held.get("taken_on_by")));
        } else if ("scheduled".equals(held.get("onboarding")) || Boolean.TRUE.equals(held.get("published"))) {
            throw refusal(exchange, "is synchronised already: to stop that, disconnect it.");
        } else if (Boolean.TRUE.equals(held.get("running"))) {
            throw conflict(exchange, "has a run under way: wait for its end, then decline it.");
        }
        var because = exchange.getVariable("because", String.class);
        exchange.getMessage().setHeader("by", exchange.getVariable("by"));
        exchange.getMessage().setHeader("because", because);
        answer(exchange).put("onboarding", "declined");
        exchange.setVariable("outcome", because == null ? "Declined." : "Declined: " + because);
    }

    /** In: variable held. Out: parameters of pause-district.sql, variable outcome. */
    public void pause(Exchange exchange) {
        var held = held(exchange);
        if (held.get("purged_at") != null || held.get("disconnected_at") != null) {
            throw refusal(exchange, "has left: nothing of it is synchronised, so there is nothing to pause.");
        } else if ("declined".equals(held.get("onboarding"))) {
            throw refusal(exchange, "is declined: nothing of it is synchronised, so there is nothing to pause.");
        } else if (held.get("paused_at") != null) {
            throw refusal(
                    exchange,
                    "is paused already, since %s by %s.",
                    moment(held.get("paused_at")),
                    String.valueOf(held.get("paused_by")));
        }
        exchange.getMessage().setHeader("by", exchange.getVariable("by"));
        answer(exchange).put("onboarding", String.valueOf(held.get("onboarding")));
        exchange.setVariable("outcome", "Paused: it is left out of its schedule.");
    }

    /** In: variable held. Out: variable outcome. */
    public void resume(Exchange exchange) {
        var held = held(exchange);
        if (held.get("paused_at") == null) {
            throw refusal(exchange, "is not paused.");
        }
        answer(exchange)
                .put("onboarding", String.valueOf(held.get("onboarding")))
                .put("wasPausedAt", moment(held.get("paused_at")));
        exchange.setVariable("outcome", "Resumed: it has its schedule again.");
    }

    /** In: rows of find-newest-dry-run.sql, variables held, hash. Out: variable readRun, decidedRun. */
    public void read(Exchange exchange, @Body List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            throw conflict(
                    exchange, "has no dry run that could have been read. Type: sync %s --dry-run", district(exchange));
        }
        var row = rows.get(0);
        if (!String.valueOf(row.get("plan_hash")).equals(exchange.getVariable("hash"))) {
            throw conflict(
                    exchange,
                    "was planned anew: its newest dry run, %s, has another plan. Read that one, then accept it.",
                    String.valueOf(row.get("run_id")));
        }
        exchange.setVariable("readRun", row.get("run_id"));
        exchange.setVariable("decidedRun", row.get("run_id"));
    }

    /** In: rows of list-districts.sql for one, after an acceptance. Out: the answer says how far it is taken on. */
    public void accepted(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var row = Shown.of(rows.get(0));
        answer(exchange)
                .put("onboarding", row.path("onboarding").asText())
                .put("openItem", row.path("openItem").textValue())
                .put("openActs", row.path("openActs").textValue())
                .put("openAdvice", row.path("openAdvice").textValue());
        var read = exchange.getVariable("readRun");
        if (read != null) {
            answer(exchange).put("readRun", ((Number) read).longValue());
            exchange.setVariable("outcome", exchange.getVariable("outcome") + " Dry run " + read + " was read before.");
        }
    }

    /** In: the row of find-last-poll.sql. Out: variable shown. */
    public void showPoll(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var shown = Shown.nothing();
        shown.set("poll", rows.isEmpty() ? shown.nullNode() : Shown.of(rows.get(0)));
        exchange.setVariable("shown", shown);
    }

    /** In: rows of list-districts.sql, variable shown. */
    public void showAll(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var districts = shown(exchange).putArray("districts");
        rows.forEach(row -> districts.add(Shown.of(row)));
    }

    /** In: the row of list-districts.sql. Out: variable shown. */
    public void showOne(Exchange exchange, @Body List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            throw new NeverSeen(district(exchange));
        }
        exchange.setVariable("shown", Shown.of(rows.get(0)));
    }

    /** In: rows of tell-checklist.sql, variable shown. */
    public void showChecklist(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var checklist = shown(exchange).putArray("checklist");
        rows.forEach(row -> checklist.add(Shown.of(row)));
    }

    /** Somebody else was quicker. */
    private static RunRefused conflict(Exchange exchange, String sentence, Object... values) {
        return new RunRefused("District %s ".formatted(district(exchange)) + sentence.formatted(values));
    }

    /** That is not to be asked of a district in its state. */
    private static UnusableQuestion refusal(Exchange exchange, String sentence, Object... values) {
        return new UnusableQuestion("District %s ".formatted(district(exchange)) + sentence.formatted(values));
    }

    private static String moment(@Nullable Object timestamp) {
        return timestamp instanceof Timestamp moment ? moment.toInstant().toString() : "an unknown time";
    }

    private static String district(Exchange exchange) {
        return Objects.requireNonNull(exchange.getVariable("district", String.class), "variable district");
    }

    private static Map<?, ?> held(Exchange exchange) {
        return Objects.requireNonNull(exchange.getVariable("held", Map.class), "variable held");
    }

    private static ObjectNode answer(Exchange exchange) {
        return Objects.requireNonNull(exchange.getVariable("answer", ObjectNode.class), "variable answer");
    }

    private static ObjectNode shown(Exchange exchange) {
        return Objects.requireNonNull(exchange.getVariable("shown", ObjectNode.class), "variable shown");
    }
}
