package org.galileok12.sso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Decides what comes to the start of a login and to Clever's callback, before Spring Security exchanges anything.
 *
 * <p>A code without state is a click in Clever: anybody could have sent it, so it is dropped unredeemed and the browser goes to
 * Clever once more, with a state of its own. A cookie counts how often, until a state comes back: so a Clever that gives none
 * back makes no loop, and people may click twice, in one tab or in two. A browser that has none of our cookies on our own redirect
 * blocks them.
 */
final class Arrivals extends OncePerRequestFilter {

    static final String CALLBACKS = "/login/oauth2/code/";
    private static final String STARTS = LoginStart.PATH + "/";
    /** Marks our own redirect; a browser that takes cookies has ours by then. */
    private static final String BOUNCED = "bounced";

    private static final Duration BOUNCE_KEPT = Duration.ofMinutes(1);
    private static final int MOST_BOUNCES = 2;

    private final SignInAnswers answers;
    private final SsoCookies cookies;

    Arrivals(SignInAnswers answers, SsoCookies cookies) {
        this.answers = answers;
        this.cookies = cookies;
    }

    static boolean isStart(HttpServletRequest request) {
        return path(request).startsWith(STARTS);
    }

    static boolean isCallback(HttpServletRequest request) {
        return path(request).startsWith(CALLBACKS);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isStart(request) && !isCallback(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = ArrivalQuery.read(request.getQueryString());
        var hasState = query != null && query.has(OAuth2ParameterNames.STATE);
        if (isCallback(request) && hasState && bounces(request) > 0) {
            // Whatever becomes of it: the state came back.
            cookies.remove(response, cookies.bounced());
        }
        var reason = isCallback(request) ? atCallback(request, query) : atStart(request, query);
        if (reason == Reason.WRONG_METHOD) {
            response.setHeader(HttpHeaders.ALLOW, "GET");
        }
        if (reason != null) {
            if (reason == Reason.STATE_LOST) {
                cookies.remove(response, cookies.bounced());
            }
            answers.refuse(request, response, reason);
        } else if (isCallback(request) && !hasState) {
            bounce(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void bounce(HttpServletRequest request, HttpServletResponse response) {
        cookies.set(response, cookies.bounced(), String.valueOf(bounces(request) + 1), BOUNCE_KEPT);
        SignInAnswers.redirect(response, STARTS + CleverRegistration.ID + "?" + BOUNCED);
    }

    private @Nullable Reason atStart(HttpServletRequest request, @Nullable ArrivalQuery query) {
        var reason = anywhere(request, query);
        var isOurRedirect = BOUNCED.equals(request.getQueryString());
        return reason == null && isOurRedirect && !cookies.hasAny(request) ? Reason.COOKIES_NEEDED : reason;
    }

    private @Nullable Reason atCallback(HttpServletRequest request, @Nullable ArrivalQuery query) {
        var reason = anywhere(request, query);
        if (reason != null || query == null) {
            return reason;
        }
        var error = query.value(OAuth2ParameterNames.ERROR);
        var hasCode = query.has(OAuth2ParameterNames.CODE);
        var hasState = query.has(OAuth2ParameterNames.STATE);
        if (query.isBlank(OAuth2ParameterNames.STATE)) {
            return Reason.UNKNOWN_STATE;
        }
        if (error != null) {
            return hasCode
                    ? Reason.UNREADABLE
                    : error.isBlank() ? Reason.NO_CODE : hasState ? null : BrowserError.reason(error, false);
        }
        if (!hasCode || query.isBlank(OAuth2ParameterNames.CODE)) {
            return Reason.NO_CODE;
        }
        return !hasState && bounces(request) >= MOST_BOUNCES ? Reason.STATE_LOST : null;
    }

    private static @Nullable Reason anywhere(HttpServletRequest request, @Nullable ArrivalQuery query) {
        if (!request.getMethod().equals("GET")) {
            return Reason.WRONG_METHOD;
        }
        var path = path(request);
        if (!path.equals(CALLBACKS + CleverRegistration.ID) && !path.equals(STARTS + CleverRegistration.ID)) {
            return Reason.UNKNOWN_PROVIDER;
        }
        if (!isNavigation(request)) {
            return Reason.NOT_A_NAVIGATION;
        }
        return query == null ? Reason.UNREADABLE : null;
    }

    /** What browsers say of their own accord; one that says nothing is believed. A page loaded in advance is nobody's click. */
    private static boolean isNavigation(HttpServletRequest request) {
        return isAbsentOr("document", request.getHeader("Sec-Fetch-Dest"))
                && isAbsentOr("navigate", request.getHeader("Sec-Fetch-Mode"))
                && request.getHeader("Sec-Purpose") == null;
    }

    private static boolean isAbsentOr(String expected, @Nullable String header) {
        return header == null || header.equals(expected);
    }

    /** What is no number of ours counts as the most: it may only end a login, and goes away with that. */
    private int bounces(HttpServletRequest request) {
        var value = SsoCookies.value(request, cookies.bounced());
        return value == null ? 0 : value.equals("1") ? 1 : MOST_BOUNCES;
    }

    private static String path(HttpServletRequest request) {
        var info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
