package org.galileok12.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Turns whatever goes wrong on a page into a page with a reason and a code for support. A person who may not be in any more is
 * logged out with it; while the roster cannot be asked, the session waits. A request that no page of ours makes is no attempt to
 * sign in.
 */
@ControllerAdvice(assignableTypes = {Landing.class, Doors.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnSso
final class PageErrors {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    private static final Set<Reason> NOTHING_DECIDED = Set.of(Reason.ROSTER_DOWN, Reason.FAILED);

    private final Admission admission;
    private final Pages pages;

    PageErrors(Admission admission, Pages pages) {
        this.admission = admission;
        this.pages = pages;
    }

    @ExceptionHandler
    void refused(
            Refused refusal,
            @AuthenticationPrincipal @Nullable SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var session = request.getSession(false);
        if (session != null && !NOTHING_DECIDED.contains(refusal.reason())) {
            session.invalidate();
        }
        var code = Correlation.of(request);
        write(refusal, refusal.reason(), code, who);
        pages.refuse(request, response, refusal.reason(), code);
    }

    @ExceptionHandler
    void anything(
            Exception failure,
            @AuthenticationPrincipal @Nullable SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var code = Correlation.of(request);
        if (failure instanceof ErrorResponse) {
            pages.refuse(request, response, Reason.UNREADABLE, code);
            return;
        }
        // Its message may quote a row or the request.
        LOG.error(
                "A page of signing in failed by an unexpected {}, code {}.",
                failure.getClass().getName(),
                code);
        var reason = Trouble.reason(failure);
        write(failure, reason, code, who);
        pages.refuse(request, response, reason, code);
    }

    private void write(Exception failure, Reason reason, String code, @Nullable SignedIn who) {
        if (Trouble.isOutOfReach(failure)) {
            admission.unwritten(reason, code, failure);
        } else if (who == null) {
            admission.refused(reason, code);
        } else {
            admission.refused(reason, code, who);
        }
    }
}
