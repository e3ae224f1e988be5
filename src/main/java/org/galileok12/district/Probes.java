package org.galileok12.district;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.clever.CleverException;
import org.galileok12.clever.CleverPage;
import org.galileok12.clever.ErrorClass;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what Clever answers of a district outside a run, as the routes of probe call it. Of records it keeps only whether there is
 * one. Safe to share; each look has its own variable probe.
 */
public final class Probes {

    private static final int LONGEST = 255;

    /** Out: variable probe, an object that parallel branches share. */
    public void begin(Exchange exchange) {
        exchange.setVariable("probe", JsonNodeFactory.instance.objectNode());
    }

    /** In: the body of clever-token-is-ours. */
    public void ours(Exchange exchange, @Body boolean ours) {
        probe(exchange).put("ours", ours);
    }

    public boolean isOurs(Exchange exchange) {
        return probe(exchange).path("ours").asBoolean();
    }

    /** Its token opens no collection. */
    public void signOnOnly(Exchange exchange) {
        probe(exchange).put("signOnOnly", true);
    }

    public boolean mayReadRoster(Exchange exchange) {
        return !probe(exchange).path("signOnOnly").asBoolean();
    }

    /** In: the district's record. */
    public void district(Exchange exchange, @Body JsonNode record) {
        probe(exchange)
                .put("name", text(record.path("name")))
                .put("sisType", text(record.path("sis_type")))
                .put("state", text(record.path("state")))
                .put("lastSync", moment(record.path("last_sync").asText("")));
    }

    /** In: a page of one record at most, variable collection. */
    public void page(Exchange exchange, @Body CleverPage page) {
        shares(exchange, !page.records().isEmpty());
    }

    /** The collection is not shared at all. In: variable collection. */
    public void unshared(Exchange exchange) {
        shares(exchange, false);
    }

    /** Sets the parameters of save-probe.sql. */
    public void answered(Exchange exchange) {
        exchange.getMessage().setHeader("district", exchange.getVariable("district"));
        exchange.getMessage().setHeader("answers", probe(exchange).toString());
    }

    /** Sets the parameters of save-probe-failure.sql. In: variable why, the exception that was caught. */
    public void failed(Exchange exchange) {
        var message = exchange.getMessage();
        message.removeHeader("answers");
        message.setHeader("district", exchange.getVariable("district"));
        message.setHeader("problem", exchange.getVariable("why"));
        message.setHeader(
                "errorClass",
                errorClass(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                        .name());
    }

    private static void shares(Exchange exchange, boolean any) {
        var collection = Objects.requireNonNull(exchange.getVariable("collection", String.class), "collection");
        probe(exchange).put("users".equals(collection) ? "students" : collection, any);
    }

    private static ErrorClass errorClass(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CleverException clever) {
                return clever.errorClass();
            }
        }
        return ErrorClass.LOCAL;
    }

    /** No database holds every character, and nobody reads a longer name. */
    private static String text(JsonNode value) {
        var text = value.asText("").replaceAll("\\p{Cntrl}", " ").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Null for what is no moment: then Clever has not told one. */
    private static @Nullable String moment(String text) {
        try {
            return text.isBlank()
                    ? null
                    : OffsetDateTime.parse(text.strip()).toInstant().toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ObjectNode probe(Exchange exchange) {
        return Objects.requireNonNull(exchange.getVariable("probe", ObjectNode.class), "variable probe");
    }
}
