package org.galileok12.clever;

import org.jspecify.annotations.Nullable;

/** Clever or the network between failed: 500, 502, 503, 504, no connection, a cut or endless answer. Retries are used up. */
public class CleverUnavailable extends CleverException {

    private static final long serialVersionUID = 1L;

    CleverUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public final ErrorClass errorClass() {
        return ErrorClass.TRANSIENT;
    }
}
