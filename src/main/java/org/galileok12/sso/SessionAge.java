package org.galileok12.sso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Guarantees that no session lives longer than a school day, however busy it is; Spring Session ends the idle ones. */
final class SessionAge extends OncePerRequestFilter {

    /** An attribute of a request whose session could not be read: it is not waited for once more. */
    static final String UNREAD = SessionAge.class.getName();

    private final Duration longest;
    private final Clock clock;

    SessionAge(Duration longest, Clock clock) {
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // They look at the session at most at their end.
        return Arrivals.isStart(request) || Arrivals.isCallback(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = session(request);
        if (session != null
                && Instant.ofEpochMilli(session.getCreationTime()).plus(longest).isBefore(clock.instant())) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private static @Nullable HttpSession session(HttpServletRequest request) {
        try {
            return request.getSession(false);
        } catch (RuntimeException e) {
            request.setAttribute(UNREAD, true);
            throw e;
        }
    }
}
