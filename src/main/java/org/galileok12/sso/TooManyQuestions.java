package org.galileok12.sso;

import java.io.Serial;

/** The product asks more at the same time than logins can spare connections for. The answer is still to be had, a moment later. */
public final class TooManyQuestions extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    TooManyQuestions() {
        super("Too many questions at the same time. Ask again in a second.");
    }
}
