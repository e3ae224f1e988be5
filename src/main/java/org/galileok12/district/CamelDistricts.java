package org.galileok12.district;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.galileok12.run.Questions;
import org.galileok12.run.Retention;
import org.jspecify.annotations.Nullable;

/** Asks the routes of discover and districts, and sends decisions through the route decide. */
final class CamelDistricts implements Districts {

    private final Questions questions;
    private final Retention retention;

    CamelDistricts(Questions questions, Retention retention) {
        this.questions = questions;
        this.retention = retention;
    }

    @Override
    public ObjectNode list() {
        return questions.ask("direct:list-districts", "shown", ObjectNode.class, exchange -> {});
    }

    @Override
    public ObjectNode show(String district, boolean ask) {
        Questions.requireDistrict(district);
        return questions.ask("direct:show-district", "shown", ObjectNode.class, exchange -> {
            exchange.setVariable("district", district);
            exchange.setVariable("ask", ask);
        });
    }

    @Override
    public ObjectNode discover() {
        return questions.ask(
                "direct:poll-districts", "poll", ObjectNode.class, exchange -> exchange.setVariable("byHand", true));
    }

    @Override
    public ObjectNode accept(String district, @Nullable String plan, String by) {
        return retention.accept(district, plan, by);
    }

    @Override
    public ObjectNode decline(String district, @Nullable String because, String by) {
        return decide("decline", district, by, exchange -> exchange.setVariable("because", because));
    }

    @Override
    public ObjectNode pause(String district, String by) {
        return decide("pause", district, by, exchange -> {});
    }

    @Override
    public ObjectNode resume(String district, String by) {
        return decide("resume", district, by, exchange -> {});
    }

    private ObjectNode decide(String kind, String district, String by, Consumer<Exchange> more) {
        Questions.requireDistrict(district);
        return questions.ask("direct:decide", "answer", ObjectNode.class, exchange -> {
            exchange.setVariable("transaction", "direct:" + kind + "-district");
            exchange.setVariable("kind", kind);
            exchange.setVariable("district", district);
            exchange.setVariable("by", by);
            more.accept(exchange);
        });
    }
}
