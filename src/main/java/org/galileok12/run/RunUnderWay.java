package org.galileok12.run;

/** Another run holds the district: it can be waited for. */
class RunUnderWay extends RunRefused {

    private static final long serialVersionUID = 1L;

    private final long run;

    RunUnderWay(long run, String sentence) {
        super(sentence);
        this.run = run;
    }

    long run() {
        return run;
    }
}
