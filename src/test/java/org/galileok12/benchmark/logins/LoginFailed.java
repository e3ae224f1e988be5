package org.galileok12.benchmark.logins;

import java.io.IOException;
import java.io.Serial;

/** A step of a login did not end as it should; says which and with what status, and nothing of the answer. */
final class LoginFailed extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    LoginFailed(String step, int status) {
        super(step + " " + status);
    }
}
