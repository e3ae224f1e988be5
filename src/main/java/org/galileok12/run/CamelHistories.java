package org.galileok12.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the routes explain and roster-as-of. */
final class CamelHistories implements Histories {

    private static final Set<String> ENTITIES = Set.of("person", "section", "school", "course", "term");

    private final Questions questions;
    private final Clock clock;
    private final ZoneId zone;

    CamelHistories(Questions questions, Clock clock, ZoneId zone) {
        this.questions = questions;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public ArrayNode explain(String id, @Nullable String district, @Nullable String entity, boolean values) {
        Questions.requireId(id);
        Questions.requireDistrict(district);
        if (entity != null && !ENTITIES.contains(entity)) {
            throw new UnusableQuestion(
                    "'" + entity + "' is none of the entities: person, section, school, course, term.");
        }
        return questions.ask("direct:explain", "stories", ArrayNode.class, exchange -> {
            exchange.setVariable("asked", id);
            exchange.setVariable("district", district);
            exchange.setVariable("entity", entity);
            exchange.setVariable("values", values);
        });
    }

    @Override
    public ObjectNode roster(String section, @Nullable String district, LocalDate day) {
        Questions.requireId(section);
        Questions.requireDistrict(district);
        var today = LocalDate.now(clock.withZone(zone));
        if (day.isAfter(today)) {
            throw new UnusableQuestion(
                    "%s is yet to come; today is %s (%s). Ask for a day up to today.".formatted(day, today, zone));
        }
        return questions.ask("direct:roster-as-of", "classRoster", ObjectNode.class, exchange -> {
            exchange.setVariable("asked", section);
            exchange.setVariable("district", district);
            exchange.setVariable("entity", "section");
            exchange.setVariable("values", false);
            exchange.setVariable("day", day.toString());
            exchange.setVariable("zone", zone.getId());
        });
    }
}
