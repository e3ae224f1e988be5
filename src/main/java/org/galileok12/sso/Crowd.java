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
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Guarantees that logins leave threads for everything else, however long Clever hangs and however many come. Nobody is locked out
 * by address, since a whole school has one.
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
    private final LoginTime time;
    private final SignInAnswers answers;
    /** Since when nobody got through while somebody found no place; null when somebody did. */
    private volatile @Nullable Long jammed;

    Crowd(int places, LoginTime time, SignInAnswers answers) {
        this.places = new Semaphore(places, true);
        this.time = time;
        this.answers = answers;
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
            answers.turnAway(request, response);
            return;
        }
        var entered = System.nanoTime();
        time.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            time.over();
            places.release();
            if (isWithin(QUICK, entered)) {
                jammed = null;
            }
        }
    }

    private boolean findsPlace() {
        try {
            return places.tryAcquire()
                    || isWithin(PATIENCE, jammedSince()) && places.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
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
}
