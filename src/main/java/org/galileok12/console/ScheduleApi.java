package org.galileok12.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.galileok12.district.ScheduleChange;
import org.galileok12.district.Schedules;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The schedule of a district: looked at and changed. */
@RestController
@ConditionalOnWebApplication
final class ScheduleApi {

    private static final Set<String> FIELDS = Set.of("cron", "timeZone", "misfire", "blackouts", "clear");

    private final Schedules schedules;
    private final Clock clock;

    ScheduleApi(Schedules schedules, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    @GetMapping("/api/districts/{district}/schedule")
    JsonNode show(@PathVariable String district) {
        return schedules.show(Input.district(district));
    }

    @PostMapping("/api/districts/{district}/schedule")
    JsonNode change(
            @PathVariable String district, @RequestBody(required = false) @Nullable JsonNode body, Principal by) {
        var id = Input.district(district);
        if (body == null || !body.isObject() || body.isEmpty()) {
            throw new BadInput("Send what changes: \"cron\", \"timeZone\", \"misfire\", \"blackouts\" or \"clear\".");
        }
        body.fieldNames().forEachRemaining(ScheduleApi::requireField);
        var change = ScheduleChange.of(
                text(body, "cron"),
                text(body, "timeZone"),
                text(body, "misfire"),
                texts(body, "blackouts"),
                texts(body, "clear"),
                clock);
        return schedules.change(id, change, by.getName());
    }

    private static void requireField(String name) {
        if (!FIELDS.contains(name)) {
            throw new BadInput(
                    "A schedule has \"cron\", \"timeZone\", \"misfire\", \"blackouts\" and \"clear\", nothing else.");
        }
    }

    private static @Nullable String text(JsonNode body, String field) {
        var value = body.path(field);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw new BadInput("\"" + field + "\" is a text; to take it away name it in \"clear\".");
        }
        return value.textValue();
    }

    private static List<String> texts(JsonNode body, String field) {
        var texts = new ArrayList<String>();
        var list = body.path(field);
        list.forEach(text -> texts.add(text.isTextual() ? text.textValue() : ""));
        if (!list.isMissingNode() && !list.isArray() || texts.contains("")) {
            throw new BadInput("\"" + field + "\" is a list of texts.");
        }
        return texts;
    }
}
