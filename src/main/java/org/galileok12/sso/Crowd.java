package org.galileok12.sso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Guarantees that logins leave threads for everything else, however long Clever hangs and however many come: one too many is told
 * at once to come back. Nobody is locked out by address, since a whole school has one.
 */
final class Crowd extends OncePerRequestFilter {

    private static final String SECONDS = "5";

    private final Semaphore logins;
    private final Semaphore starts;
    private final LoginTime time;
    private final SignInAnswers answers;

    Crowd(SsoProperties sso, LoginTime time, SignInAnswers answers) {
        this.logins = new Semaphore(sso.loginsAtOnce());
        this.starts = new Semaphore(sso.startsAtOnce());
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
        var places = Arrivals.isCallback(request) ? logins : starts;
        if (!places.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
            answers.turnAway(request, response);
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
}
