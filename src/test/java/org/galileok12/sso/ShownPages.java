package org.galileok12.sso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galileok12.district.NextRun;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** Every page that a person can see, as it is sent. */
final class ShownPages {

    static final String CODE = "AB3DEFGH";
    static final String NAME = "Amy Ng";
    static final String LOGIN_URL = "https://app.galileo.example/login";

    private static final CsrfToken CSRF = new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "c-s-r-f");
    private static final TemplatePages PAGES = new TemplatePages(new Wishes(Optional::ofNullable));

    private ShownPages() {}

    static List<Reason> refusals() {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason != Reason.ADMITTED)
                .toList();
    }

    /** A name for the page → its HTML, in the language of the code. */
    static Map<String, String> all(String language) {
        var pages = new LinkedHashMap<String, String>();
        var start = "/oauth2/authorization/clever?district_id=58da8a43cc70ab00017a1a87";
        pages.put("sign-in", page(language, "sign-in", Map.of("start", start)));
        pages.put(
                "signed-in",
                page(
                        language,
                        "signed-in",
                        Map.of("start", start, "name", NAME, "landing", "/signing-in", "csrf", CSRF)));
        pages.put(
                "hand-off",
                page(
                        language,
                        "hand-off",
                        Map.of(
                                "name",
                                NAME,
                                "csrf",
                                CSRF,
                                "loginUrl",
                                LOGIN_URL,
                                "token",
                                "t.o.k",
                                "again",
                                "/signing-in")));
        pages.put(
                "roles",
                page(
                        language,
                        "roles",
                        Map.of(
                                "name",
                                NAME,
                                "csrf",
                                CSRF,
                                "returnTo",
                                "/classes/7",
                                "roles",
                                Arrays.stream(Role.values()).map(Role::code).toList())));
        pages.put("log-out", page(language, "log-out", Map.of("csrf", CSRF)));
        pages.put("logged-out", page(language, "logged-out", Map.of()));
        refusals().forEach(reason -> pages.put("refusal " + reason.code(), refusal(language, reason)));
        return pages;
    }

    static String page(String language, String page, Map<String, Object> values) {
        var response = new MockHttpServletResponse();
        try {
            PAGES.show(request(language), response, page, values);
            return response.getContentAsString();
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written to a network here.", e);
        }
    }

    static String refusal(String language, Reason reason) {
        try {
            return refused(request(language), reason).getContentAsString();
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written to a network here.", e);
        }
    }

    static MockHttpServletResponse refused(MockHttpServletRequest request, Reason reason) {
        var response = new MockHttpServletResponse();
        try {
            NextSync.keep(request, new NextRun(Instant.parse("2026-09-03T09:00:00Z"), ZoneId.of("America/Phoenix")));
            PAGES.refuse(request, response, reason, CODE);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written to a network here.", e);
        }
        return response;
    }

    static MockHttpServletRequest request(String acceptLanguage) {
        var request = new MockHttpServletRequest("GET", "/login/oauth2/code/clever");
        request.addHeader("Accept-Language", acceptLanguage);
        return request;
    }
}
