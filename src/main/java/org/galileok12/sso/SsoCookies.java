package org.galileok12.sso;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Names and writes the cookies of single sign-on: this host's alone, not for scripts, not sent from other sites except by a
 * click. On plain HTTP, which is for localhost only, a browser would not take them so: there without Secure and prefix.
 *
 * @param secure false on plain HTTP
 */
record SsoCookies(boolean secure) {

    /** Lax, not Strict: Clever's answer comes from another site, and has to find them. */
    static final String SAME_SITE = "Lax";

    String session() {
        return named("galileo-session");
    }

    String csrf() {
        return named("galileo-csrf");
    }

    /** Whose pending logins these are; no session exists before a login. */
    String login() {
        return named("galileo-login");
    }

    /** How often in the last minute a login without state was sent back to Clever. */
    String bounced() {
        return named("galileo-bounced");
    }

    /** Whether the browser takes our cookies. */
    boolean hasAny(HttpServletRequest request) {
        return Stream.of(session(), csrf(), login(), bounced()).anyMatch(name -> value(request, name) != null);
    }

    /** The first one of the name, as the browser sends it; null when there is none. */
    static @Nullable String value(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    void set(HttpServletResponse response, String name, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, shaped(ResponseCookie.from(name, value).maxAge(age)));
    }

    void remove(HttpServletResponse response, String name) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, shaped(ResponseCookie.from(name).maxAge(Duration.ZERO)));
    }

    private String shaped(ResponseCookie.ResponseCookieBuilder cookie) {
        return cookie.path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(SAME_SITE)
                .build()
                .toString();
    }

    private String named(String name) {
        return secure ? "__Host-" + name : name;
    }
}
