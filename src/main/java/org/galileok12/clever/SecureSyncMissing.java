package org.galileok12.clever;

/** The district's token is for single sign-on only: none of its scopes lets us read a roster. */
public final class SecureSyncMissing extends CleverRefused {

    private static final long serialVersionUID = 1L;

    SecureSyncMissing(String message) {
        super(message);
    }
}
