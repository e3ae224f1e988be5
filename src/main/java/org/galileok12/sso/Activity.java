package org.galileok12.sso;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.roster.SqlRow;

/** Makes JSON of what the routes of sso-active find, without a name. Safe to share. */
public final class Activity {

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

    /** In: rows of find-deactivated.sql, variable answer. Out: in it, people. */
    public void departed(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var people = Objects.requireNonNull(exchange.getVariable("answer", ObjectNode.class))
                .putArray("people");
        for (var row : rows) {
            people.addObject()
                    .put("id", SqlRow.number(row, "id"))
                    .put("cleverId", (String) row.get("clever_id"))
                    .put("district", (String) row.get("district"));
        }
    }
}
