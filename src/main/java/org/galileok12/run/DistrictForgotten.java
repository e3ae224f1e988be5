package org.galileok12.run;

/** The district has left: nothing of it is synchronised until a person accepts it anew. */
public final class DistrictForgotten extends RunRefused {

    private static final long serialVersionUID = 1L;

    public DistrictForgotten(String sentence) {
        super(sentence);
    }
}
