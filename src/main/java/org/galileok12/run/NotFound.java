package org.galileok12.run;

/** There is no such run here. The message says which, in one sentence. */
public final class NotFound extends RunRefused {

    private static final long serialVersionUID = 1L;

    private NotFound(String sentence) {
        super(sentence);
    }

    static NotFound run(Object run) {
        return new NotFound("There is no run " + run + ".");
    }
}
