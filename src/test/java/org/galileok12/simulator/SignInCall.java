package org.galileok12.simulator;

/** The calls of a sign-in: each is counted, and each can go wrong. */
public enum SignInCall {
    /** {@code GET /oauth/authorize} or an Instant Login link, by the browser. */
    AUTHORIZE,
    /** {@code POST /oauth/tokens}: a code for a token. */
    TOKEN,
    /** {@code GET /v3.x/me}. */
    ME,
    /** {@code GET /v3.x/users/{id}}. */
    USER,
    /** {@code GET /userinfo}. */
    USERINFO,
    /** {@code GET /.well-known/openid-configuration}. */
    DISCOVERY,
    /** The public keys that discovery leads to. */
    KEYS
}
