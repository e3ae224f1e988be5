package org.galileok12.sso;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Reads from a verified id_token who it is: {@code sub} is the id that rosters use, {@code user_id} an older one that is not
 * looked at. Safe to share.
 */
final class IdTokenPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** @throws Refused when it does not name one person of one district */
    @Override
    public OidcUser loadUser(OidcUserRequest granted) {
        var token = granted.getIdToken();
        var id = token.getSubject();
        var district = token.getClaimAsString("district");
        if (!isId(id)
                || !isId(district)
                || !isAbsentOr(id, token.getClaimAsString("multi_role_user_id"))
                || !isAbsentOr("district", token.getClaimAsString("authorized_by"))) {
            throw new Refused(Reason.IDENTITY_REJECTED);
        }
        return new VerifiedPerson(new Identity(id, district, null));
    }

    private static boolean isId(@Nullable String text) {
        return text != null && CleverPeople.CLEVER_ID.matcher(text).matches();
    }

    private static boolean isAbsentOr(String expected, @Nullable String claim) {
        return claim == null || claim.equals(expected);
    }
}
