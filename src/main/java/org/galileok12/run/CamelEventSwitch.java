package org.galileok12.run;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Carries the switch out through the routes of events-switch. */
final class CamelEventSwitch implements EventSwitch {

    private final Questions questions;

    CamelEventSwitch(Questions questions) {
        this.questions = questions;
    }

    @Override
    public ObjectNode on(String district, String by) {
        return decide(district, true, by);
    }

    @Override
    public ObjectNode off(String district, String by) {
        return decide(district, false, by);
    }

    @Override
    public ObjectNode show(String district) {
        Questions.requireDistrict(district);
        return questions.ask(
                "direct:show-events",
                "decided",
                ObjectNode.class,
                exchange -> exchange.setVariable("district", district));
    }

    private ObjectNode decide(String district, boolean on, String by) {
        Questions.requireDistrict(district);
        return questions.ask("direct:switch-events", "decided", ObjectNode.class, exchange -> {
            exchange.setVariable("district", district);
            exchange.setVariable("on", on);
            exchange.setVariable("by", by);
        });
    }
}
