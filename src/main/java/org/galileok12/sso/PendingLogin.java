package org.galileok12.sso;

import org.jspecify.annotations.Nullable;

/**
 * What a login that was sent to Clever has to be finished with.
 *
 * @param nonce what the id_token must contain, where the app has OIDC
 * @param codeVerifier the PKCE proof that we began it
 * @param returnTo the page of the product that was asked for
 * @param district Clever's id of the district that was asked for
 */
record PendingLogin(
        @Nullable String nonce,
        @Nullable String codeVerifier,
        @Nullable String returnTo,
        @Nullable String district) {

    /** Without its secrets. */
    @Override
    public String toString() {
        return "a pending login";
    }
}
