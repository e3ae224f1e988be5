package org.galileok12.sso;

import java.io.Serial;
import org.springframework.security.core.AuthenticationException;

/** A refusal that is in the audit already: it must only be shown. */
final class AttemptWritten extends AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1L;

    AttemptWritten(Refused refused) {
        super("Refused, and written down.", refused);
    }
}
