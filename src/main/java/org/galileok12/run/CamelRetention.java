package org.galileok12.run;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Carries decisions out through the route decide-retention. */
final class CamelRetention implements Retention {

    private final Questions questions;

    CamelRetention(Questions questions) {
        this.questions = questions;
    }

    @Override
    public ObjectNode disconnect(String district, String by) {
        return decide("direct:disconnect-district", district, false, by);
    }

    @Override
    public ObjectNode purge(String district, boolean includeManual, String by) {
        return decide("direct:purge-district", district, includeManual, by);
    }

    @Override
    public ObjectNode accept(String district, String by) {
        return decide("direct:accept-district", district, false, by);
    }

    private ObjectNode decide(String transaction, String district, boolean includeManual, String by) {
        Questions.requireDistrict(district);
        return questions.ask("direct:decide-retention", "answer", ObjectNode.class, exchange -> {
            exchange.setVariable("transaction", transaction);
            exchange.setVariable("district", district);
            exchange.setVariable("includeManual", includeManual);
            exchange.setVariable("by", by);
        });
    }
}
