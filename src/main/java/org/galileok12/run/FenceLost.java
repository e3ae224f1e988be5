package org.galileok12.run;

/** Another node has claimed the run, or another run the district: this one must not write any more. */
final class FenceLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private FenceLost(String sentence) {
        super(sentence);
    }

    static FenceLost of(long run) {
        return new FenceLost(sentence(run));
    }

    static String sentence(long run) {
        return "Run " + run + " is no longer this node's: another has taken it over. This one stops without writing.";
    }
}
