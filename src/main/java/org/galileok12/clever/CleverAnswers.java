package org.galileok12.clever;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an answer means: only a 200 with a JSON list passes; everything else becomes the exception that says
 * what to do next. Never repeats anything from a body. Safe for concurrent use.
 */
public final class CleverAnswers {

    private static final Set<Integer> FAILURES = Set.of(500, 502, 503, 504);

    private final RateLimit rateLimit;
    private final CallCount calls;
    private final Clock clock;

    CleverAnswers(RateLimit rateLimit, CallCount calls, Clock clock) {
        this.rateLimit = rateLimit;
        this.calls = calls;
        this.clock = clock;
    }

    /** Judges status and headers; the new body is the answer's bytes. For the step after {@code http}. */
    public byte[] accept(
            Exchange exchange,
            @Variable("district") @Nullable String district,
            @Variable("traffic") @Nullable Traffic traffic) {
        Message answer = exchange.getMessage();
        RateHeaders rate = RateHeaders.of(answer, clock);
        if (district != null && Calls.isOfApi(path(answer))) {
            rateLimit.learn(district, rate);
        }
        int status = answer.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (status != 200) {
            throw meaning(status, answer, rate);
        }
        String type = answer.getHeader(Exchange.CONTENT_TYPE, "", String.class);
        if (!type.isEmpty() && !type.contains("json")) {
            throw ContractBroken.maybeOnlyNow(call(answer) + " was answered 200, but with " + named(type)
                    + " instead of JSON" + request(answer) + ".");
        }
        byte[] body = answer.getBody(byte[].class);
        if (body == null || body.length == 0) {
            throw ContractBroken.maybeOnlyNow(
                    call(answer) + " was answered 200 with an empty body" + request(answer) + ".");
        }
        if (traffic != null) {
            traffic.bytes().add(body.length);
        }
        return body;
    }

    /** Judges the parsed answer: an object with an array {@code data}. Counts the call as done. */
    public void list(Exchange exchange, @Variable("traffic") @Nullable Traffic traffic) {
        if (!(exchange.getMessage().getBody() instanceof JsonNode json)
                || !json.isObject()
                || !json.path("data").isArray()) {
            throw ContractBroken.maybeOnlyNow("Clever answered 200 with JSON that has no list 'data'.");
        }
        calls.succeeded(traffic);
    }

    /** For an answer that could not be parsed. The parser's own words are left out: they quote the text. */
    public void notJson() {
        throw ContractBroken.maybeOnlyNow(
                "Clever answered 200 with a body that is not JSON, or nested, long or large beyond our limits.");
    }

    private static CleverException meaning(int status, Message answer, RateHeaders rate) {
        String what = call(answer) + " was answered " + status + request(answer) + ".";
        if (status == 429) {
            return new Throttled(
                    rate.asked() == null
                            ? what
                            : what + " Clever asks to wait " + rate.asked().toSeconds()
                                    + " s; one call waits at most clever.max-wait in all.",
                    rate.asked());
        }
        if (FAILURES.contains(status)) {
            return new CleverUnavailable(what, null);
        }
        boolean collection = Calls.isCollection(path(answer));
        if (collection && (status == 403 || status == 404)) {
            return new CollectionUnshared(what + " The district does not share this collection with us.");
        }
        if (Calls.isEvents(path(answer)) && (status == 403 || status == 404)) {
            return new EventsUnavailable(
                    what + " Clever's events are switched off for us, or it does not know this place.");
        }
        if (status == 401 || status == 403) {
            return new CleverRefused(what + " Our credentials for it are not accepted.");
        }
        return new ContractBroken(what + " It is not an answer that a repeated call would change.");
    }

    /** The media type alone, and only if it looks like one: a header is as much Clever's text as a body. */
    private static String named(String contentType) {
        var mediaType = contentType.split(";", 2)[0].trim();
        return mediaType.matches("[a-z]{1,20}/[a-z0-9.+-]{1,60}") ? "'" + mediaType + "'" : "another content type";
    }

    private static String call(Message answer) {
        return "GET " + path(answer);
    }

    private static String path(Message answer) {
        return answer.getHeader(Exchange.HTTP_PATH, "", String.class);
    }

    private static String request(Message answer) {
        String id = answer.getHeader("X-Request-Id", "", String.class);
        return id.matches("[0-9A-Za-z._-]{1,80}") ? " (x-request-id " + id + ")" : "";
    }
}
