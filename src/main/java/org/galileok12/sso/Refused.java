package org.galileok12.sso;

import java.io.Serial;
import org.galileok12.district.NextRun;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/** Nobody is signed in, for this reason. Holds nothing of the person. */
public final class Refused extends AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient @Nullable NextRun nextRun;

    public Refused(Reason reason) {
        this(reason, (NextRun) null);
    }

    /** @param nextRun when the roster of the person's district comes next, if that is known */
    Refused(Reason reason, @Nullable NextRun nextRun) {
        super("Not signed in: " + reason.code() + ".");
        this.reason = reason;
        this.nextRun = nextRun;
    }

    public Refused(Reason reason, Throwable cause) {
        super("Not signed in: " + reason.code() + ".", cause);
        this.reason = reason;
        this.nextRun = null;
    }

    @Nullable NextRun nextRun() {
        return nextRun;
    }

    public Reason reason() {
        return reason;
    }
}
