package org.galileok12.sso;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.galileok12.run.Questions;
import org.jspecify.annotations.Nullable;

/**
 * Asks the routes of sso-active, a few questions at a time, while a few wait: they share connections and threads with the logins,
 * and a product that asks at each of its pages must leave most of them to people who want to come in.
 */
final class CamelActivePeople implements ActivePeople {

    private static final long WAIT_MILLIS = 500;
    private static final int MOST_WAITING = 20;

    private final Questions questions;
    private final Semaphore places;

    CamelActivePeople(Questions questions, int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("galileo.sso.questions-at-once is " + atOnce + ". Set it to 1 or more.");
        }
        this.questions = questions;
        this.places = new Semaphore(atOnce, true);
    }

    @Override
    public ArrayNode of(List<String> ids, @Nullable String district) {
        return ask("direct:sso-active", ArrayNode.class, exchange -> {
            exchange.setVariable("ids", String.join(",", ids));
            exchange.setVariable("district", district);
        });
    }

    @Override
    public ObjectNode leftSince(Instant since, @Nullable String district) {
        return ask("direct:sso-deactivated", ObjectNode.class, exchange -> {
            exchange.setVariable("since", since);
            exchange.setVariable("district", district);
        });
    }

    private <T> T ask(String route, Class<T> type, Consumer<Exchange> question) {
        if (!hasPlace()) {
            throw new TooManyQuestions();
        }
        try {
            return questions.ask(route, "answer", type, question);
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.getQueueLength() < MOST_WAITING && places.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
