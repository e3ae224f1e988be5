package org.galileok12.run;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/** Sends a question to a route and returns the variable that holds its answer; every failure is one sentence. Safe to share. */
public final class Questions {

    private static final Pattern CLEVER_ID = Pattern.compile("[0-9a-f]{24}");
    private static final Pattern OUR_ID = Pattern.compile("[0-9]{1,18}");

    private final ProducerTemplate camel;

    public Questions(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** @throws RunRefused when the route fails */
    public <T> T ask(String route, String variable, Class<T> type, Consumer<Exchange> question) {
        var exchange = camel.send(route, question::accept);
        var failure = exchange.getException();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RunRefused refused) {
                throw refused;
            }
        }
        if (failure != null) {
            throw new RunRefused(Failures.sentence(failure), failure);
        }
        return Objects.requireNonNull(exchange.getVariable(variable, type), variable);
    }

    static boolean isCleverId(String id) {
        return CLEVER_ID.matcher(id).matches();
    }

    static void requireId(String id) {
        if (!isCleverId(id) && !OUR_ID.matcher(id).matches()) {
            throw new UnusableQuestion(
                    "'" + id + "' is neither a Clever id (24 hexadecimal digits) nor an id of Galileo (a number).");
        }
    }

    public static void requireDistrict(@Nullable String district) {
        if (district != null && !isCleverId(district)) {
            throw new UnusableQuestion("'" + district + "' is not a district id of Clever: 24 hexadecimal digits.");
        }
    }
}
