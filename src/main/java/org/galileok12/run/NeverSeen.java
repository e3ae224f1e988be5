package org.galileok12.run;

/** The district is not among those that Clever ever listed or that were ever synchronised here. */
public final class NeverSeen extends UnusableQuestion {

    private static final long serialVersionUID = 1L;

    public NeverSeen(String district) {
        super("District " + district + " was never synchronised here. Check the id.");
    }
}
