package org.galileok12.run;

/** The district has left or is declined: nothing of it is synchronised until a person accepts it. */
public final class DistrictForgotten extends RunRefused {

    private static final long serialVersionUID = 1L;

    public DistrictForgotten(String sentence) {
        super(sentence);
    }
}
