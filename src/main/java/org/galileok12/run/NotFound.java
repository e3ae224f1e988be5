package org.galileok12.run;

/** There is no such run or district here. The message says which, in one sentence. */
public final class NotFound extends RunRefused {

    private static final long serialVersionUID = 1L;

    private NotFound(String sentence) {
        super(sentence);
    }

    static NotFound run(Object run) {
        return new NotFound("There is no run " + run + ".");
    }

    public static NotFound district(Object district) {
        return new NotFound("District " + district + " has never been synchronised here. Check the id.");
    }
}
