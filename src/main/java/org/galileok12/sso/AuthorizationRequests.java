package org.galileok12.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * Binds what Spring Security sends to Clever to the browser that began it: by a cookie of its own, which is not a session. Safe to
 * share.
 */
final class AuthorizationRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final Pattern BROWSER = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Duration KEPT = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PendingLogins logins;
    private final ClientRegistration clever;
    private final SsoCookies cookies;

    AuthorizationRequests(PendingLogins logins, ClientRegistration clever, SsoCookies cookies) {
        this.logins = logins;
        this.clever = clever;
        this.cookies = cookies;
    }

    /** Never asked for without taking it. */
    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        var browser = browser(request);
        if (browser == null) {
            browser = newBrowser();
        }
        logins.save(
                begun.getState(),
                browser,
                new PendingLogin(
                        begun.getAttribute(OidcParameterNames.NONCE),
                        begun.getAttribute(PkceParameterNames.CODE_VERIFIER),
                        begun.getAttribute(Wishes.RETURN_TO),
                        (String) begun.getAdditionalParameters().get(Wishes.DISTRICT)));
        cookies.set(response, cookies.login(), browser, KEPT);
    }

    /** @throws Refused when it cannot be taken */
    @Override
    public OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var state = request.getParameter(OAuth2ParameterNames.STATE);
        var browser = browser(request);
        if (browser == null) {
            throw new Refused(keepsOurs(request) ? Reason.FOREIGN_STATE : Reason.COOKIES_NEEDED);
        }
        var login = logins.take(state, browser, request::setAttribute);
        return begun(state, login);
    }

    private OAuth2AuthorizationRequest begun(String state, PendingLogin login) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(OAuth2ParameterNames.REGISTRATION_ID, clever.getRegistrationId());
        putIfPresent(attributes, PkceParameterNames.CODE_VERIFIER, login.codeVerifier());
        putIfPresent(attributes, OidcParameterNames.NONCE, login.nonce());
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(clever.getProviderDetails().getAuthorizationUri())
                .clientId(clever.getClientId())
                .redirectUri(clever.getRedirectUri())
                .scopes(clever.getScopes())
                .state(state)
                .attributes(attributes)
                .build();
    }

    private static void putIfPresent(Map<String, Object> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    /** A browser that keeps others of our cookies, and began no login. */
    private boolean keepsOurs(HttpServletRequest request) {
        return SsoCookies.value(request, cookies.login()) == null && cookies.hasAny(request);
    }

    /** Null for a browser that has none, or none of ours. */
    private @Nullable String browser(HttpServletRequest request) {
        var value = SsoCookies.value(request, cookies.login());
        return value != null && BROWSER.matcher(value).matches() ? value : null;
    }

    private static String newBrowser() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
