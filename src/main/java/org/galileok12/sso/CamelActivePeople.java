package org.galileok12.sso;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.galileok12.run.Questions;
import org.jspecify.annotations.Nullable;

/** Asks the routes of sso-active. */
final class CamelActivePeople implements ActivePeople {

    private final Questions questions;
    private final Clock clock;
    private final ZoneId zone;

    CamelActivePeople(Questions questions, Clock clock, ZoneId zone) {
        this.questions = questions;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public ArrayNode of(List<String> ids, @Nullable String district) {
        return questions.ask("direct:sso-active", "answer", ArrayNode.class, exchange -> {
            exchange.setVariable("ids", String.join(",", ids));
            exchange.setVariable("district", district);
            exchange.setVariable("today", LocalDate.now(clock.withZone(zone)));
        });
    }

    @Override
    public ObjectNode leftSince(Instant since, @Nullable String district) {
        return questions.ask("direct:sso-deactivated", "answer", ObjectNode.class, exchange -> {
            exchange.setVariable("since", since.atOffset(ZoneOffset.UTC));
            exchange.setVariable("district", district);
        });
    }
}
