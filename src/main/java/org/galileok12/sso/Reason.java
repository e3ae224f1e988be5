package org.galileok12.sso;

import java.util.Locale;

/** How an attempt to sign in ended: the code in the audit, in the counter and in the keys of messages; and the page's status. */
public enum Reason {
    ADMITTED(302),

    // The request.
    UNREADABLE(400),
    WRONG_METHOD(405),
    NOT_A_NAVIGATION(400),
    UNKNOWN_PROVIDER(404),
    NO_CODE(400),
    UNKNOWN_STATE(400),
    FOREIGN_STATE(400),
    EXPIRED_STATE(400),
    SPENT_STATE(400),
    COOKIES_NEEDED(400),
    STATE_LOST(400),
    TOO_BUSY(503),

    // What Clever says in the browser.
    CANCELLED(403),
    NOT_AUTHORIZED(403),
    PROVIDER_ERROR(403),

    // What Clever answers us.
    CODE_SPENT(400),
    CREDENTIALS_REFUSED(500),
    REDIRECT_MISMATCH(500),
    CLEVER_DOWN(503),
    CLEVER_SLOW(503),
    CLEVER_UNTRUSTED(503),
    CLEVER_UNREADABLE(502),
    ID_TOKEN_REJECTED(403),
    IDENTITY_REJECTED(403),

    // What the roster says.
    DISTRICT_UNKNOWN(403),
    DISTRICT_DISCONNECTED(403),
    NOT_PUBLISHED(403),
    SSO_OFF(403),
    NOT_STARTED(403),
    NOT_SHARED(403),
    ARRIVES_LATER(403),
    NOT_ROSTERED(403),
    QUARANTINED(403),
    HELD(403),
    DEACTIVATED(403),
    CONTACT(403),
    ROLE_OFF(403),
    ROSTER_DOWN(503),

    // Something of ours.
    FAILED(500);

    private final int status;

    Reason(int status) {
        this.status = status;
    }

    /** {@code not_rostered}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other text */
    public static Reason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Decided by the request alone: anybody can send it, as often as they like. */
    boolean isBeforeClever() {
        return compareTo(UNREADABLE) >= 0 && compareTo(PROVIDER_ERROR) <= 0;
    }

    public int status() {
        return status;
    }
}
