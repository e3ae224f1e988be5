package org.galileok12.district;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.clever.AuthorisedDistrict;
import org.galileok12.roster.SqlRow;
import org.galileok12.rules.OnboardingRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges Clever's list of districts, as the routes of discover call it, and says what came of each look. Safe to share. */
public final class Discovery {

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final String APPLIED = "applied";
    private static final List<String> COUNTS = List.of("listed", "here", "missing", "arrived", "returned", "gone");
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private final OnboardingRules rules;
    private final MeterRegistry meters;

    Discovery(OnboardingRules rules, MeterRegistry meters) {
        this.rules = rules;
        this.meters = meters;
    }

    /** In: the body of clever-districts. Out: variables authorised (the same) and list (as JSON). */
    public void keepList(Exchange exchange, @Body List<AuthorisedDistrict> districts) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var district : districts) {
            var item = list.addObject().put("district", district.district()).put("rostering", district.rostering());
            district.scopes().forEach(item.putArray("scopes")::add);
            var created = district.created();
            item.put("created", created.isAfter(FIRST) && created.isBefore(LAST) ? created.toString() : null);
        }
        exchange.setVariable("authorised", districts);
        exchange.setVariable("list", list.toString());
        exchange.setVariable("candidates", List.of());
    }

    /** Sets the parameters of the statements of a poll. In: variable list, if there is one. */
    public void parameters(Exchange exchange) {
        var message = exchange.getMessage();
        message.setHeader("list", exchange.getVariable("list"));
        message.setHeader("polls", rules.polls());
        message.setHeader("most", rules.mostMissing());
        message.setHeader("share", rules.shareMissing());
        message.setHeader("probes", rules.probes());
        message.setHeader("days", rules.staleDays());
    }

    /** In: the row of judge-list.sql. Out: variable poll. */
    public void judge(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var row = rows.get(0);
        var poll = begin(exchange);
        COUNTS.forEach(count -> poll.put(count, SqlRow.number(row, count)));
        var empty = Boolean.TRUE.equals(row.get("is_empty")) && SqlRow.number(row, "here") > 0;
        if (empty) {
            poll.put("outcome", "refused")
                    .put(
                            "reason",
                            "Clever's list has no district at all, %s are here: nothing was changed."
                                    .formatted(row.get("here")));
        } else if (Boolean.TRUE.equals(row.get("too_many"))) {
            poll.put("outcome", "refused")
                    .put(
                            "reason",
                            "%s of %s districts are missing in Clever's list at once: nothing was changed. Who has really left is for a person to disconnect."
                                    .formatted(row.get("missing"), row.get("here")));
        }
    }

    /** Whether the list may change anything. In: variable poll. */
    public boolean isApplied(Exchange exchange) {
        return APPLIED.equals(poll(exchange).path("outcome").asText());
    }

    /** In: the count of register-listed.sql. */
    public void arrived(Exchange exchange) {
        poll(exchange).put("arrived", exchange.getMessage().getHeader("CamelJdbcUpdateCount", 0, Integer.class));
    }

    /** In: rows of refresh-listed.sql. */
    public void refreshed(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var back = rows.stream()
                .filter(row -> Boolean.TRUE.equals(row.get("was_gone")))
                .toList();
        back.forEach(row -> LOG.info("District {} is back in Clever's list.", row.get("district")));
        poll(exchange).put("returned", back.size());
    }

    /** In: rows of miss-unlisted.sql. Out: variable candidates. */
    public void missed(Exchange exchange, @Body List<Map<String, Object>> rows) {
        exchange.setVariable("candidates", rows);
    }

    /** One district has left. Out: variable outcome. In: variable poll, shared by all of them. */
    public void lost(Exchange exchange) {
        var poll = poll(exchange);
        poll.put("gone", poll.path("gone").asInt() + 1);
        exchange.setVariable(
                "outcome", "Clever has no token of it any more: disconnected; the roster is kept until it is purged.");
        LOG.warn(
                "District {} has left Clever's list: it is disconnected, its roster is kept.",
                exchange.getVariable("district"));
    }

    /** The list could not be read or applied. In: variable why. Out: variable poll. */
    public void failed(Exchange exchange) {
        begin(exchange).put("outcome", "failed").put("reason", exchange.getVariable("why", String.class));
    }

    /** In: rows of mark-stale.sql. */
    public void stale(@Body List<Map<String, Object>> rows) {
        for (var row : rows) {
            meters.counter("galileo.districts.stale").increment();
            LOG.warn(
                    "The roster of district {} is {} days old. Its last run: {}",
                    row.get("district"),
                    row.get("days"),
                    row.get("reason") == null ? "no reason is kept." : row.get("reason"));
        }
    }

    /** Counts the poll, and sets the parameters of save-poll.sql. In: variables poll, byHand. */
    public void ended(Exchange exchange) {
        var poll = poll(exchange);
        var outcome = poll.path("outcome").asText();
        meters.counter("galileo.discovery.polls", "outcome", outcome).increment();
        if (!APPLIED.equals(outcome)) {
            LOG.warn(
                    "Clever's list of districts was not applied. {}",
                    poll.path("reason").asText());
        }
        var message = exchange.getMessage();
        message.setHeader("byHand", exchange.getVariable("byHand"));
        message.setHeader("outcome", outcome);
        message.setHeader("reason", poll.path("reason").textValue());
        COUNTS.forEach(count -> message.setHeader(
                count, poll.path(count).isNumber() ? poll.path(count).asInt() : null));
    }

    /** In: rows of find-districts-to-sync.sql, variable authorised. Out: body, those of the list that are among them. */
    public List<AuthorisedDistrict> chosen(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var ids = rows.stream().map(row -> String.valueOf(row.get("district"))).collect(Collectors.toSet());
        List<?> authorised = Objects.requireNonNull(exchange.getVariable("authorised", List.class));
        return authorised.stream()
                .map(AuthorisedDistrict.class::cast)
                .filter(each -> ids.contains(each.district()))
                .toList();
    }

    private static ObjectNode begin(Exchange exchange) {
        var poll = JsonNodeFactory.instance.objectNode().put("outcome", APPLIED).putNull("reason");
        exchange.setVariable("poll", poll);
        return poll;
    }

    private static ObjectNode poll(Exchange exchange) {
        return Objects.requireNonNull(exchange.getVariable("poll", ObjectNode.class), "variable poll");
    }
}
