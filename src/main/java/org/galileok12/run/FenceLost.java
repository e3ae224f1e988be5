package org.galileok12.run;

/** Another run has taken the district over: this one must not write any more. */
final class FenceLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FenceLost(String sentence) {
        super(sentence);
    }
}
