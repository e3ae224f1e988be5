package org.galileok12.sso;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Makes the request that sends a browser to Clever: fresh state, PKCE (and nonce with OIDC) by Spring Security, and of the
 * browser's own parameters only a district's id, which skips Clever's school picker, and a page of the product from the
 * allow-list. Safe to share.
 */
final class LoginStart implements OAuth2AuthorizationRequestResolver {

    static final String PATH = "/oauth2/authorization";

    private final DefaultOAuth2AuthorizationRequestResolver spring;
    private final Wishes wishes;

    LoginStart(ClientRegistrationRepository registrations, Wishes wishes) {
        this.spring = new DefaultOAuth2AuthorizationRequestResolver(registrations, PATH);
        this.spring.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        this.wishes = wishes;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return withWishes(spring.resolve(request), request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return withWishes(spring.resolve(request, registration), request);
    }

    private @Nullable OAuth2AuthorizationRequest withWishes(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request) {
        if (begun == null) {
            return null;
        }
        var wished = OAuth2AuthorizationRequest.from(begun);
        var district = wishes.district(request);
        if (district != null) {
            wished.additionalParameters(all -> all.put(Wishes.DISTRICT, district));
        }
        var page = wishes.returnTo(request);
        if (page != null) {
            wished.attributes(all -> all.put(Wishes.RETURN_TO, page));
        }
        return wished.build();
    }
}
