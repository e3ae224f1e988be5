package org.galileok12.district;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.rules.ZoneRules;
import org.galileok12.run.NeverSeen;
import org.jspecify.annotations.Nullable;

/** What the routes of schedule do between their statements. Safe to share. */
public final class ScheduleSteps {

    private final ZoneRules zones;
    private final String cron;
    private final ZoneId zone;
    private final Clock clock;

    /** @param cron for all districts without one of their own; blank for the default */
    ScheduleSteps(ZoneRules zones, String cron, ZoneId zone, Clock clock) {
        this.zones = zones;
        this.cron = cron;
        this.zone = zone;
        this.clock = clock;
    }

    /** Out: the parameters of sync.schedules, and district. */
    public void parameters(Exchange exchange) {
        var message = exchange.getMessage();
        message.setHeader("defaultCron", cron.strip());
        message.setHeader("zones", zones.json());
        message.setHeader("defaultZone", zone.getId());
        message.setHeader("district", exchange.getVariable("district"));
    }

    /** In: rows of find-schedule.sql, variable change. Out: variables districtId, blackouts; parameters of set-schedule.sql. */
    public void change(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var change = Objects.requireNonNull(exchange.getVariable("change", ScheduleChange.class));
        var row = known(exchange, rows);
        change.requireNoOverlap(Blackouts.parse((String) row.get("blackouts")));
        exchange.setVariable("districtId", row.get("district_id"));
        exchange.setVariable("blackouts", change.blackouts());
        exchange.setVariable("clearsBlackouts", change.clear().contains("blackout"));
        var message = exchange.getMessage();
        message.setHeader("cron", change.cron());
        message.setHeader("clearCron", change.clear().contains("cron"));
        message.setHeader("timeZone", change.timeZone());
        message.setHeader("clearTimeZone", change.clear().contains("time-zone"));
        message.setHeader(
                "misfire", change.clear().contains("misfire") && change.misfire() == null ? "fire" : change.misfire());
    }

    /** In: body, a range. Out: parameters of add-blackout.sql. */
    public void blackout(Exchange exchange, @Body Blackouts.Range range) {
        exchange.getMessage().setHeader("firstDay", range.firstDay());
        exchange.getMessage().setHeader("lastDay", range.lastDay());
    }

    /** In: rows of find-schedule.sql after the change. Out: variable outcome. */
    public void changed(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var row = rows.get(0);
        exchange.setVariable(
                "outcome",
                "Schedule: cron '%s' (%s), time zone %s (%s), misfire %s, %s."
                        .formatted(
                                row.get("cron"),
                                row.get("cron_from"),
                                row.get("time_zone"),
                                row.get("time_zone_from"),
                                row.get("misfire"),
                                row.get("blackouts") == null ? "no blackout" : "blackouts " + row.get("blackouts")));
    }

    /** In: rows of find-schedule.sql. Out: variable schedule. */
    public void show(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var row = known(exchange, rows);
        var blackouts = Blackouts.parse((String) row.get("blackouts"));
        var next = Boolean.TRUE.equals(row.get("on_schedule")) ? next(row) : null;
        var answer = JsonNodeFactory.instance
                .objectNode()
                .put("district", (String) row.get("clever_id"))
                .put("name", (String) row.get("name"))
                .put("onSchedule", Boolean.TRUE.equals(row.get("on_schedule")))
                .put("onboarding", (String) row.get("onboarding"))
                .put("cron", (String) row.get("cron"))
                .put("cronFrom", (String) row.get("cron_from"))
                .put("timeZone", (String) row.get("time_zone"))
                .put("timeZoneFrom", (String) row.get("time_zone_from"))
                .put("state", (String) row.get("us_state"))
                .put("misfire", (String) row.get("misfire"));
        var ranges = answer.putArray("blackouts");
        blackouts.ranges().forEach(range -> ranges.add(range.toString()));
        putNext(answer, next, String.valueOf(row.get("time_zone")));
        exchange.setVariable("schedule", answer);
    }

    /** In: a row with time_zone and blackouts. Whether today is none of them there; also where somebody broke the zone by hand. */
    public boolean isNoBlackout(@Body Map<String, Object> row) {
        try {
            var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(String.valueOf(row.get("time_zone"))));
            return Blackouts.parse((String) row.get("blackouts")).around(today) == null;
        } catch (DateTimeException broken) {
            return true;
        }
    }

    private static void putNext(ObjectNode answer, @Nullable Instant next, String zone) {
        answer.put("nextRun", next == null ? null : next.toString())
                .put(
                        "nextRunLocal",
                        next == null
                                ? null
                                : next.atZone(ZoneId.of(zone))
                                        .toOffsetDateTime()
                                        .toString());
    }

    /** Quartz's own word; before it has heard of the district, what it will say. */
    private @Nullable Instant next(Map<String, Object> row) {
        return row.get("next_run_at") instanceof Timestamp known
                ? known.toInstant()
                : LocalSchedule.of(
                                String.valueOf(row.get("cron")),
                                ZoneId.of(String.valueOf(row.get("time_zone"))),
                                (String) row.get("blackouts"))
                        .next(clock.instant())
                        .orElse(null);
    }

    private static Map<String, Object> known(Exchange exchange, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            throw new NeverSeen(Objects.requireNonNull(exchange.getVariable("district", String.class)));
        }
        return rows.get(0);
    }
}
