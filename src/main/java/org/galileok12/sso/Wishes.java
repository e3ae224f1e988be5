package org.galileok12.sso;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Of what a link asks for, what goes along to the next page of ours: a district's id and a page of the product from the
 * allow-list, and nothing else. Safe to share.
 */
final class Wishes {

    /** A parameter, and an attribute of a callback's request: Clever's id of the district, which skips its school picker. */
    static final String DISTRICT = "district_id";

    /** A parameter, and the attribute of a callback's request: the page that the login was begun for. */
    static final String RETURN_TO = "return_to";

    private static final Pattern CLEVER_ID = Pattern.compile("[0-9a-fA-F]{24}");

    private final Function<@Nullable String, Optional<String>> returnPaths;

    Wishes(Function<@Nullable String, Optional<String>> returnPaths) {
        this.returnPaths = returnPaths;
    }

    @Nullable String district(HttpServletRequest request) {
        if (request.getAttribute(DISTRICT) instanceof String begunWith) {
            return begunWith;
        }
        var district = request.getParameter(DISTRICT);
        return district != null && CLEVER_ID.matcher(district).matches() ? district : null;
    }

    @Nullable String returnTo(HttpServletRequest request) {
        return request.getAttribute(RETURN_TO) instanceof String page
                ? page
                : returnPaths.apply(request.getParameter(RETURN_TO)).orElse(null);
    }

    /** Where a login begins. */
    String start(HttpServletRequest request) {
        return address(LoginStart.PATH + "/" + CleverRegistration.ID, district(request), returnTo(request));
    }

    /** The page with Clever's button. */
    String login(HttpServletRequest request) {
        return address("/login", district(request), returnTo(request));
    }

    /** The page of who is signed in; the hand-off goes where the request wished. */
    String landing(HttpServletRequest request) {
        return address(SignInAnswers.LANDING, null, returnTo(request));
    }

    private static String address(String path, @Nullable String district, @Nullable String returnTo) {
        var query = new StringBuilder();
        if (district != null) {
            query.append('&').append(DISTRICT).append('=').append(district);
        }
        if (returnTo != null) {
            query.append('&').append(RETURN_TO).append('=').append(URLEncoder.encode(returnTo, StandardCharsets.UTF_8));
        }
        return query.isEmpty() ? path : path + "?" + query.substring(1);
    }
}
