package org.galileok12.sso;

import java.io.Serial;
import org.springframework.security.core.AuthenticationException;

/** Nobody is signed in, for this reason. Holds nothing of the person. */
public final class Refused extends AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public Refused(Reason reason) {
        super("Not signed in: " + reason.code() + ".");
        this.reason = reason;
    }

    public Refused(Reason reason, Throwable cause) {
        super("Not signed in: " + reason.code() + ".", cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
