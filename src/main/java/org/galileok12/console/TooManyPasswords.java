package org.galileok12.console;

import java.io.Serial;
import org.springframework.security.core.AuthenticationException;

/** A password was not looked at, since others of the same account are: neither right nor wrong. */
final class TooManyPasswords extends AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1L;

    TooManyPasswords() {
        super("Too many passwords at the same time. Try again in a second.");
    }
}
