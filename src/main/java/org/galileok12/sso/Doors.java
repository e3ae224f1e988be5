package org.galileok12.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page with Clever's button, and the page of logging out. Of what a link asks for they pass on a district's id and a page of
 * the allow-list, and nothing else.
 */
@Controller
@ConditionalOnSso
final class Doors {

    private final Admission admission;
    private final Wishes wishes;
    private final TemplatePages pages;

    Doors(Admission admission, Wishes wishes, TemplatePages pages) {
        this.admission = admission;
        this.wishes = wishes;
        this.pages = pages;
    }

    /** Whoever is logged in is told as whom, and can still log in as somebody else: the device may be shared. */
    @GetMapping("/login")
    void login(
            @AuthenticationPrincipal @Nullable SignedIn who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var values = new HashMap<String, @Nullable Object>();
        values.put("start", wishes.start(request));
        if (who == null) {
            pages.show(request, response, "sign-in", values);
            return;
        }
        values.put("name", admission.look(who).displayName());
        values.put("landing", wishes.landing(request));
        values.put("csrf", csrf(request));
        pages.show(request, response, "signed-in", values);
    }

    @GetMapping("/logout")
    void logout(
            @AuthenticationPrincipal @Nullable SignedIn who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (who == null) {
            pages.show(request, response, "logged-out", Map.of());
        } else {
            pages.show(request, response, "log-out", Map.of("csrf", csrf(request)));
        }
    }

    private static CsrfToken csrf(HttpServletRequest request) {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }
}
