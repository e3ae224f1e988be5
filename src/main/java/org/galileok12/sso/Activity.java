package org.galileok12.sso;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.roster.SqlRow;

/** Makes JSON of what the routes of sso-active find, without a name. Safe to share. */
public final class Activity {

    private final Clock clock;
    private final ZoneId zone;

    Activity(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** Out: header today, the date in the time zone of the schedule, by which a launch date has come or not. */
    public void today(Exchange exchange) {
        exchange.getMessage().setHeader("today", LocalDate.now(clock.withZone(zone)));
    }

    /** In: variable since. Out: header since, as the driver takes it. */
    public void since(Exchange exchange) {
        exchange.getMessage().setHeader("since", moment(exchange).atOffset(ZoneOffset.UTC));
    }

    /** In: rows of find-active.sql. Out: variable answer, a JSON array. */
    public void people(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var people = JsonNodeFactory.instance.arrayNode(rows.size());
        for (var row : rows) {
            var person = people.addObject()
                    .put("id", (String) row.get("id"))
                    .put("active", Boolean.TRUE.equals(row.get("active")));
            var roles = person.putArray("roles");
            SignIns.roles(row).forEach(role -> roles.add(role.code()));
        }
        exchange.setVariable("answer", people);
    }

    /** In: the row of find-closed-districts.sql. Out: variable answer with until and districts. */
    public void closed(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var row = rows.get(0);
        var until = (Timestamp) Objects.requireNonNull(row.get("until"));
        var answer = JsonNodeFactory.instance
                .objectNode()
                .put("until", until.toInstant().toString());
        var districts = answer.putArray("districts");
        Arrays.stream(String.valueOf(row.get("districts")).split(","))
                .filter(district -> !district.isEmpty())
                .forEach(districts::add);
        exchange.setVariable("answer", answer);
    }

    /**
     * In: rows of find-deactivated.sql, variables answer, since, most. Out: in the answer, people; more and another until when
     * there are more than that.
     */
    public void departed(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var answer = Objects.requireNonNull(exchange.getVariable("answer", ObjectNode.class));
        var people = answer.putArray("people");
        for (var row : rows) {
            people.addObject()
                    .put("id", SqlRow.number(row, "id"))
                    .put("cleverId", (String) row.get("clever_id"))
                    .put("district", (String) row.get("district"));
        }
        if (rows.size() >= Objects.requireNonNull(exchange.getVariable("most", Integer.class))) {
            goOn(answer, moment(exchange), rows.get(rows.size() - 1));
        }
    }

    private static Instant moment(Exchange exchange) {
        return Objects.requireNonNull(exchange.getVariable("since", Instant.class));
    }

    /** Everybody of the last moment is listed, so that the next list begins after it; unless somebody may yet come before that. */
    private static void goOn(ObjectNode answer, Instant since, Map<String, Object> last) {
        var next = ((Timestamp) Objects.requireNonNull(last.get("changed_at")))
                .toInstant()
                .plus(1, ChronoUnit.MICROS);
        var until = Instant.parse(answer.path("until").asText());
        if (next.isBefore(until)) {
            until = next;
        }
        answer.put("until", until.toString()).put("more", until.isAfter(since));
    }
}
