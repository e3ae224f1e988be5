package org.galileok12.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.galileok12.rules.ReturnPaths;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page with Clever's button, and the page of logging out. Of what a link asks for they pass on a district's id and a page of
 * the allow-list, and nothing else.
 */
@Controller
@ConditionalOnSso
final class Doors {

    private static final String START = LoginStart.PATH + "/" + CleverRegistration.ID;
    private static final Pattern DISTRICT = Pattern.compile("[0-9a-f]{24}");

    private final Admission admission;
    private final ReturnPaths paths;
    private final TemplatePages pages;

    Doors(Admission admission, ReturnPaths paths, TemplatePages pages) {
        this.admission = admission;
        this.paths = paths;
        this.pages = pages;
    }

    /** Whoever is logged in is told as whom, and can still log in as somebody else: the device may be shared. */
    @GetMapping("/login")
    void login(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = LoginStart.DISTRICT, required = false) @Nullable String district,
            @RequestParam(name = AuthorizationRequests.RETURN_TO, required = false) @Nullable String asked,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var returnTo = paths.allowed(asked).orElse(null);
        var values = new HashMap<String, @Nullable Object>();
        values.put("start", start(district, returnTo));
        if (who == null) {
            pages.show(request, response, "sign-in", values);
            return;
        }
        values.put("name", admission.look(who).displayName());
        values.put("landing", SignInAnswers.landing(returnTo));
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

    private static String start(@Nullable String district, @Nullable String returnTo) {
        var query = new StringBuilder();
        if (district != null && DISTRICT.matcher(district).matches()) {
            query.append("&district_id=").append(district);
        }
        if (returnTo != null) {
            query.append("&return_to=").append(URLEncoder.encode(returnTo, StandardCharsets.UTF_8));
        }
        return query.isEmpty() ? START : START + "?" + query.substring(1);
    }

    private static CsrfToken csrf(HttpServletRequest request) {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }
}
