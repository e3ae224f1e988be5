package org.galileok12.sso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Guarantees that logins leave threads for everything else, however long Clever hangs and however many come: so many are in hand,
 * so many more wait, and all others are told to come back. Nobody is locked out by address, since a whole school has one.
 *
 * <p>While others get through, one too many waits a moment for a place: at eight o'clock a state signs in. When nobody has
 * for a second, since Clever hangs, it is told at once to come back.
 */
final class Crowd extends OncePerRequestFilter {

    private static final String COME_BACK = "5";
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Semaphore places;
    private final Semaphore waiters;
    private final LoginTime time;
    private final TurnedAway turnedAway;
    /** Since when nobody came back from Clever in time while somebody found no place; null when somebody did. */
    private volatile @Nullable Long jammed;

    /**
     * @param places logins in hand at a time
     * @param waiting how many more may wait for a place
     * @param turnedAway answers one too many
     */
    Crowd(int places, int waiting, LoginTime time, TurnedAway turnedAway) {
        this.places = new Semaphore(places, true);
        this.waiters = new Semaphore(waiting);
        this.time = time;
        this.turnedAway = turnedAway;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Arrivals.isStart(request) && !Arrivals.isCallback(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!findsPlace()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, COME_BACK);
            turnedAway.answer(request, response);
            return;
        }
        var entered = System.nanoTime();
        time.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            time.over();
            places.release();
            if (cameFromClever(request) && isWithin(QUICK, entered)) {
                jammed = null;
            }
        }
    }

    private boolean findsPlace() {
        if (places.tryAcquire()) {
            return true;
        }
        if (!isWithin(PATIENCE, jammedSince()) || !waiters.tryAcquire()) {
            return false;
        }
        try {
            return places.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiters.release();
        }
    }

    /** What never asks Clever is quick however long Clever hangs: the start of a login, and a code without state. */
    private static boolean cameFromClever(HttpServletRequest request) {
        return Arrivals.isCallback(request) && request.getParameter(OAuth2ParameterNames.STATE) != null;
    }

    private long jammedSince() {
        Long since = jammed;
        if (since == null) {
            since = System.nanoTime();
            jammed = since;
        }
        return since;
    }

    private static boolean isWithin(Duration span, long since) {
        return System.nanoTime() - since < span.toNanos();
    }

    /** Tells somebody to come back. */
    interface TurnedAway {
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }
}
