package org.galileok12.clever;

import org.jspecify.annotations.Nullable;

/** Clever's answer was not complete when the deadline of the call was over; the connection was closed under it. */
public final class CleverSlow extends CleverUnavailable {

    private static final long serialVersionUID = 1L;

    CleverSlow(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
