package org.galileok12.clever;

import org.jspecify.annotations.Nullable;

/**
 * Root of all failures of a call to Clever: says which class of trouble it is. Messages name the call, the status and
 * Clever's request id, never a body, a token or a query.
 */
public abstract class CleverException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CleverException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The class of trouble, which decides about alerts and about the next attempt. */
    public abstract ErrorClass errorClass();
}
