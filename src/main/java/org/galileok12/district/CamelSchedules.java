package org.galileok12.district;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galileok12.run.Questions;

/** Asks the routes of schedule. */
final class CamelSchedules implements Schedules {

    private final Questions questions;

    CamelSchedules(Questions questions) {
        this.questions = questions;
    }

    @Override
    public ObjectNode show(String district) {
        Questions.requireDistrict(district);
        return questions.ask(
                "direct:show-schedule",
                "schedule",
                ObjectNode.class,
                exchange -> exchange.setVariable("district", district));
    }

    @Override
    public ObjectNode change(String district, ScheduleChange change, String by) {
        Questions.requireDistrict(district);
        return questions.ask("direct:change-schedule", "schedule", ObjectNode.class, exchange -> {
            exchange.setVariable("district", district);
            exchange.setVariable("change", change);
            exchange.setVariable("by", by);
        });
    }
}
