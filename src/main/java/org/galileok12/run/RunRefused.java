package org.galileok12.run;

/** A run could not be started. The message is one sentence that can be shown to a person as it is. */
public class RunRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunRefused(String sentence) {
        super(sentence);
    }

    public RunRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
