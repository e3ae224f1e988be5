package org.galileok12.sso;

import java.net.URI;
import org.galileok12.clever.CleverProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/** Says who we are at Clever, and where Clever is: the one registration of the OAuth client. */
final class CleverRegistration {

    static final String ID = "clever";

    private CleverRegistration() {}

    static ClientRegistration of(CleverProperties clever, SsoProperties sso) {
        var oauth = address(clever.oauthUrl());
        var registration = ClientRegistration.withRegistrationId(ID)
                .clientName("Clever")
                .clientId(clever.clientId())
                .clientSecret(clever.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationUri(oauth + "/oauth/authorize")
                .tokenUri(oauth + "/oauth/tokens")
                .redirectUri(sso.redirectUri());
        if (sso.oidc()) {
            registration.scope(OidcScopes.OPENID).issuerUri(oauth);
        }
        return registration.build();
    }

    static String address(URI url) {
        return url.toString().replaceAll("/$", "");
    }
}
