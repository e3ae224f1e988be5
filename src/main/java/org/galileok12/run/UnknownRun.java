package org.galileok12.run;

/** There is no run with this number. */
public final class UnknownRun extends RunRefused {

    private static final long serialVersionUID = 1L;

    public UnknownRun(long run) {
        super("There is no run " + run + ". The report of a run and the command held name runs by their number.");
    }
}
