package org.galileok12.sso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Guarantees that logins leave threads for everything else, however long Clever hangs and however many come: so many are in hand,
 * so many more wait, and all others are told to come back. Nobody is locked out by address, since a whole school has one.
 *
 * <p>While others get through, one too many waits a moment for a place: at eight o'clock a state signs in. When Clever has
 * answered nobody for a second, it is told at once to come back.
 */
final class Crowd extends OncePerRequestFilter {

    private static final String COME_BACK = "5";
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Semaphore places;
    private final Semaphore waiters;
    private final LoginTime time;
    private final Silence cleversSilence;
    private final TurnedAway turnedAway;

    /**
     * @param places logins in hand at a time
     * @param waiting how many more may wait for a place
     * @param turnedAway answers one too many
     */
    Crowd(int places, int waiting, LoginTime time, Silence cleversSilence, TurnedAway turnedAway) {
        this.places = new Semaphore(places, true);
        this.waiters = new Semaphore(waiting);
        this.time = time;
        this.cleversSilence = cleversSilence;
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
        time.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            time.over();
            places.release();
        }
    }

    private boolean findsPlace() {
        if (places.tryAcquire()) {
            return true;
        }
        if (cleversSilence.isLongerThan(PATIENCE) || !waiters.tryAcquire()) {
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

    /** Tells somebody to come back. */
    interface TurnedAway {
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }
}
