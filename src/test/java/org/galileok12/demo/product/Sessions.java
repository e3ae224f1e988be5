package org.galileok12.demo.product;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.galileok12.demo.product.HandOffVerifier.HandOff;
import org.jspecify.annotations.Nullable;

/** Knows who is signed in to the product, for a school day at most. In memory: a stand-in has one node. */
final class Sessions {

    /** {@code askedAt}: when galileo-clever was last asked whether the person still may. */
    record Session(String id, HandOff who, Instant ends, Instant askedAt) {}

    private static final Duration LIFE = Duration.ofHours(8);

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /** A session under a new id. The browser's old one ends, if it was sent along. */
    Session replace(@Nullable String old, HandOff who) {
        end(old);
        var now = clock.instant();
        sessions.values().removeIf(session -> !session.ends().isAfter(now));
        var session = new Session(newId(), who, now.plus(LIFE), now);
        sessions.put(session.id(), session);
        return session;
    }

    Optional<Session> find(@Nullable String id) {
        return Optional.ofNullable(id)
                .map(sessions::get)
                .filter(session -> session.ends().isAfter(clock.instant()));
    }

    void asked(Session session) {
        sessions.replace(session.id(), new Session(session.id(), session.who(), session.ends(), clock.instant()));
    }

    void end(@Nullable String id) {
        if (id != null) {
            sessions.remove(id);
        }
    }

    private String newId() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
