package org.galileok12.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Ends every attempt: the landing page for who is signed in, else one row in the audit, one count and a page. No address is ever
 * made of what the browser said, not even of its Host header. Safe to share.
 */
final class SignInAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    static final String LANDING = "/signing-in";

    private static final Logger LOG = LoggerFactory.getLogger(SignInAnswers.class);

    private final Admission admission;
    private final SignIns signIns;
    private final Pages pages;
    private final SessionMemory sessions;
    private final SsoCookies cookies;
    private final Wishes wishes;
    private final SsoProperties sso;
    private final Seldom everySecond = new Seldom(Duration.ofSeconds(1), System::nanoTime);

    SignInAnswers(
            Admission admission,
            SignIns signIns,
            Pages pages,
            SessionMemory sessions,
            SsoCookies cookies,
            Wishes wishes,
            SsoProperties sso) {
        this.admission = admission;
        this.signIns = signIns;
        this.pages = pages;
        this.sessions = sessions;
        this.cookies = cookies;
        this.wishes = wishes;
        this.sso = sso;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        redirect(response, wishes.landing(request));
        // Saves the session now, where its failure still becomes a page.
        response.flushBuffer();
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var reason = Trouble.reason(failure);
        var error = request.getParameter(OAuth2ParameterNames.ERROR);
        if (reason == Reason.SPENT_STATE && sessions.isOfThisLogin(request)) {
            // Somebody went back, or clicked twice: signed in already by it, and no new attempt.
            redirect(response, wishes.landing(request));
        } else if (Trouble.find(AttemptWritten.class, failure) != null) {
            SessionMemory.leave(cookies, request, response, Trouble.isOutOfReach(failure));
            var refused = Trouble.find(Refused.class, failure);
            NextSync.keep(request, refused == null ? null : refused.nextRun());
            pages.refuse(request, response, reason, Correlation.of(request));
        } else if (error != null && Trouble.find(Refused.class, failure) == null) {
            refuse(request, response, BrowserError.reason(error, true));
        } else {
            if (reason == Reason.IDENTITY_REJECTED) {
                SessionMemory.leave(cookies, request, response, false);
            }
            tellOperator(reason, request, failure);
            refuse(request, response, reason, failure);
        }
    }

    /** Writes an attempt down and shows why it ended. */
    void refuse(HttpServletRequest request, HttpServletResponse response, Reason reason) throws IOException {
        var correlation = Correlation.of(request);
        admission.refused(reason, correlation);
        pages.refuse(request, response, reason, correlation);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Reason reason, Throwable failure)
            throws IOException {
        if (Trouble.isOutOfReach(failure)) {
            var correlation = Correlation.of(request);
            admission.unwritten(reason, correlation, failure);
            pages.refuse(request, response, reason, correlation);
        } else {
            refuse(request, response, reason);
        }
    }

    /** For one too many: told so at once. It is counted and not written down, since that would be one more to wait. */
    void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var correlation = Correlation.of(request);
        signIns.countUnwritten(Reason.TOO_BUSY);
        if (everySecond.isTime()) {
            LOG.warn(
                    "Attempt {} to sign in ended: {}. There may be more in this second.",
                    correlation,
                    Reason.TOO_BUSY.code());
        }
        pages.refuse(request, response, Reason.TOO_BUSY, correlation);
    }

    /**
     * For a form without the token of our pages. Another site may have sent it, or one of our own pages from before the last
     * login: nothing is done, and a page with a new token asks once more.
     */
    void forged(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var correlation = Correlation.of(request);
        LOG.debug("Request {} came without the token of our pages.", correlation);
        switch (request.getServletPath()) {
            case "/logout" -> redirect(response, "/logout");
            case "/switch-role" -> redirect(response, wishes.landing(request));
            default -> {
                if (everySecond.isTime()) {
                    LOG.warn("Request {} was refused: it came without the token of our pages.", correlation);
                }
                pages.refuse(request, response, Reason.NOT_A_NAVIGATION, correlation);
            }
        }
    }

    /** For what nobody expected. */
    void fail(HttpServletRequest request, HttpServletResponse response, Throwable failure) throws IOException {
        var reason = Trouble.reason(failure);
        tellOperator(reason, request, failure);
        if (Arrivals.isCallback(request) || Arrivals.isStart(request)) {
            refuse(request, response, reason, failure);
        } else {
            pages.refuse(request, response, reason, Correlation.of(request));
        }
    }

    /** Relative: by whatever name the browser came, it stays there. */
    static void redirect(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, path);
    }

    /** Never a word of the failure itself: it may quote an answer of Clever's or a row. */
    private void tellOperator(Reason reason, HttpServletRequest request, Throwable failure) {
        var attempt = Correlation.of(request);
        switch (reason) {
            case CREDENTIALS_REFUSED ->
                LOG.error(
                        "Clever refuses our client credentials: nobody can sign in. Check CLEVER_CLIENT_ID and"
                                + " CLEVER_CLIENT_SECRET. Attempt {}.",
                        attempt);
            case REDIRECT_MISMATCH ->
                LOG.error(
                        "Clever does not know our redirect URI {}: nobody can sign in. Add it in Clever's dashboard, or"
                                + " correct GALILEO_PUBLIC_URL. Attempt {}.",
                        sso.redirectUri(),
                        attempt);
            case CLEVER_UNTRUSTED ->
                LOG.error(
                        "Whoever answers in Clever's name cannot be trusted: nobody can sign in. Check the certificate,"
                                + " CLEVER_API_URL, CLEVER_OAUTH_URL and the proxy. Attempt {}.",
                        attempt);
            case CLEVER_DOWN, CLEVER_SLOW, CLEVER_UNREADABLE, ID_TOKEN_REJECTED, IDENTITY_REJECTED, ROSTER_DOWN ->
                LOG.warn("Attempt {} to sign in ended: {}.", attempt, reason.code());
            case FAILED ->
                LOG.error(
                        "Attempt {} to sign in failed by an unexpected {}.",
                        attempt,
                        root(failure).getClass().getName());
            default -> LOG.debug("Attempt {} to sign in ended: {}.", attempt, reason.code());
        }
    }

    private static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
