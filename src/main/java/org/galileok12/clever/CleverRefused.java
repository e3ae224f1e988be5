package org.galileok12.clever;

/**
 * Clever does not accept our credentials: 401, 403 on districts and tokens, or no token for this district any more.
 * Nothing about the roster may be concluded from it.
 */
public class CleverRefused extends CleverException {

    private static final long serialVersionUID = 1L;

    CleverRefused(String message) {
        super(message, null);
    }

    @Override
    public final ErrorClass errorClass() {
        return ErrorClass.AUTH;
    }
}
