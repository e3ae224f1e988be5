package org.galileok12.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Gathers the stories of rows as the route explain calls it, each in variable story. Safe to share. */
public final class Stories {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ON_SECTION = Set.of("student", "teacher");
    private static final int NAMED = 3;

    private final ZoneId zone;

    Stories(ZoneId zone) {
        this.zone = zone;
    }

    /** Sets the parameters of find-explained-rows.sql. In: variables asked, district, entity. Out: variable stories. */
    public void asked(Exchange exchange) {
        var asked = Runs.variable(exchange, "asked", String.class);
        var isCleverId = Questions.isCleverId(asked);
        var message = exchange.getMessage();
        message.setHeader("cleverId", isCleverId ? asked : null);
        message.setHeader("id", isCleverId ? null : asked);
        message.setHeader("district", exchange.getVariable("district"));
        message.setHeader("entity", exchange.getVariable("entity"));
        exchange.setVariable("stories", JsonNodeFactory.instance.arrayNode());
    }

    /** In: rows of find-explained-rows.sql. Out: those with a row, and of the others those that stand for no row above. */
    public List<Map<String, Object>> worthTelling(@Body List<Map<String, Object>> rows) {
        var all = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            var has = rows.stream()
                    .anyMatch(other -> other.get("id") != null
                            && Objects.equals(other.get("district_id"), row.get("district_id"))
                            && Objects.equals(other.get("entity"), row.get("entity")));
            if (row.get("id") != null || !has) {
                all.add(row);
            }
        }
        return all;
    }

    /** In: one row of find-explained-rows.sql. Out: variables story, districtId. */
    public void begin(Exchange exchange, @Body Map<String, Object> row) {
        var asked = Runs.variable(exchange, "asked", String.class);
        var told = JsonNodeFactory.instance
                .objectNode()
                .put("entity", (String) row.get("entity"))
                .put("id", (Long) row.get("id"))
                .put("cleverId", Questions.isCleverId(asked) ? asked : null)
                .put("district", (String) row.get("district"))
                .put("zone", zone.getId());
        exchange.setVariable("story", new Story(told, zone));
        exchange.setVariable("districtId", row.get("district_id"));
        Runs.variable(exchange, "stories", ArrayNode.class).add(told);
    }

    /** Sets the parameters that the statements of a story share. */
    public void parameters(Exchange exchange) {
        var story = story(exchange);
        var message = exchange.getMessage();
        message.setHeader("entity", story.text("entity"));
        message.setHeader("id", story.told().path("id").isNull() ? null : story.text("id"));
        message.setHeader("cleverId", story.told().path("cleverId").isTextual() ? story.text("cleverId") : null);
        message.setHeader("values", exchange.getVariable("values", false, Boolean.class));
        message.setHeader("runs", story.runs());
    }

    /** In: rows of describe-row.sql, none for what never became a row. */
    public void head(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var told = story(exchange).told();
        for (var row : rows) {
            told.put("cleverId", (String) row.get("clever_id"))
                    .put("name", (String) row.get("name"))
                    .put("districtName", (String) row.get("district_name"))
                    .put("origin", (String) row.get("origin"))
                    .put("active", (Boolean) row.get("active"))
                    .put("roles", (String) row.get("roles"))
                    .put("createdRun", (Long) row.get("created_run"))
                    .put("firstSyncedAt", Story.instant(row.get("first_synced_at")))
                    .put("changedAt", Story.instant(row.get("changed_at")))
                    .put("deactivatedAt", Story.instant(row.get("deactivated_at")));
        }
    }

    /** In: rows of list-owned-columns.sql. */
    public void columns(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var told = story(exchange).told();
        if (!"clever".equals(told.path("origin").asText())) {
            return;
        }
        var columns = told.putObject("columns");
        for (var row : rows) {
            var entity = String.valueOf(row.get("entity"));
            if (entity.equals(told.path("entity").asText())
                    || told.path("roles").asText().matches("(.*, )?" + entity + "( \\(off\\))?(,.*)?")) {
                columns.putObject(entity).put("sis", (String) row.get("sis")).put("ours", (String) row.get("ours"));
            }
        }
    }

    /** In: rows of tell-changes.sql. Many of a class who came or went in one run are told together. */
    public void changes(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var together = new LinkedHashMap<List<Object>, List<Map<String, Object>>>();
        var number = 0;
        for (var row : rows) {
            var other = String.valueOf(row.get("other"));
            together.computeIfAbsent(
                            ON_SECTION.contains(other) && !"contact_student".equals(row.get("entity"))
                                    ? List.of(
                                            String.valueOf(row.get("at")),
                                            String.valueOf(row.get("run_id")),
                                            String.valueOf(row.get("entity")),
                                            String.valueOf(row.get("action")))
                                    : List.of(number++),
                            key -> new ArrayList<>())
                    .add(row);
        }
        for (var same : together.values()) {
            if (same.size() > NAMED) {
                change(exchange, same.get(0), StoryText.ofMany(same.get(0), same.size()));
            } else {
                same.forEach(row -> change(exchange, row, StoryText.of(row)));
            }
        }
    }

    private static void change(Exchange exchange, Map<String, Object> row, String text) {
        var event = story(exchange).add(row, String.valueOf(row.get("action")), text);
        event.put("entity", (String) row.get("entity"));
        var names = StoryText.columns(row);
        if (!names.isEmpty()) {
            names.forEach(event.putArray("columns")::add);
        }
        if ("re-key".equals(row.get("action")) && row.get("before") != null) {
            var from = values(row.get("before")).path("clever_id");
            event.set("from", from);
            event.put("text", text + ": " + from.asText() + " before");
        }
        if (exchange.getVariable("values", false, Boolean.class) && row.get("before") != null) {
            event.set("before", values(row.get("before")));
            event.set("after", values(row.get("after")));
        }
    }

    public void end(Exchange exchange) {
        story(exchange).end();
    }

    static Story story(Exchange exchange) {
        return Runs.variable(exchange, "story", Story.class);
    }

    private static JsonNode values(@Nullable Object json) {
        try {
            return JSON.readTree(Objects.toString(json, "{}"));
        } catch (JsonProcessingException e) {
            // Not passed on: its words would quote the values.
            throw new IllegalStateException("The journal holds something that is not JSON.");
        }
    }
}
