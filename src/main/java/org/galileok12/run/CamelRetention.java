package org.galileok12.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Carries decisions out through the route decide. */
final class CamelRetention implements Retention {

    private final Questions questions;

    CamelRetention(Questions questions) {
        this.questions = questions;
    }

    @Override
    public ObjectNode disconnect(String district, String by) {
        return decide("disconnect", district, by, exchange -> {});
    }

    @Override
    public ObjectNode purge(String district, boolean includeManual, String by) {
        return decide("purge", district, by, exchange -> exchange.setVariable("includeManual", includeManual));
    }

    @Override
    public ObjectNode accept(String district, @Nullable String plan, String by) {
        return decide("accept", district, by, exchange -> exchange.setVariable("hash", plan));
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
