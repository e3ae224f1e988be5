package org.galileok12.run;

/** A run has ended as FAILED, and is recorded so. Has no cause: a cause could carry values of rows into a log. */
final class RunFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunFailed(String sentence) {
        super(sentence, null, false, false);
    }
}
