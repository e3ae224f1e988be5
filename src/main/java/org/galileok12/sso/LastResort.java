package org.galileok12.sso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Guarantees a page in plain words, and nobody signed in, whatever fails on the way: a stack trace helps no child. */
final class LastResort extends OncePerRequestFilter {

    private final SignInAnswers answers;

    LastResort(SignInAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            if (request.getAttribute(SessionAge.UNREAD) == null) {
                forget(request);
            }
            response.resetBuffer();
            answers.fail(request, response, failure);
        }
    }

    /** The session of this request must not be tried again when the page is written. */
    private static void forget(HttpServletRequest request) {
        try {
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        } catch (RuntimeException e) {
            // It is the database that fails; the session is not used any more all the same.
        }
    }
}
