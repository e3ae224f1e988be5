package org.galileok12.run;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Carries decisions out through the route decide. */
final class CamelRetention implements Retention {

    private final Questions questions;

    CamelRetention(Questions questions) {
        this.questions = questions;
    }

    @Override
    public ObjectNode disconnect(String district, String by) {
        return decide("disconnect", district, false, by);
    }

    @Override
    public ObjectNode purge(String district, boolean includeManual, String by) {
        return decide("purge", district, includeManual, by);
    }

    @Override
    public ObjectNode accept(String district, String by) {
        return decide("accept", district, false, by);
    }

    private ObjectNode decide(String kind, String district, boolean includeManual, String by) {
        Questions.requireDistrict(district);
        return questions.ask("direct:decide", "answer", ObjectNode.class, exchange -> {
            exchange.setVariable("transaction", "direct:" + kind + "-district");
            exchange.setVariable("kind", kind);
            exchange.setVariable("district", district);
            exchange.setVariable("includeManual", includeManual);
            exchange.setVariable("by", by);
        });
    }
}
