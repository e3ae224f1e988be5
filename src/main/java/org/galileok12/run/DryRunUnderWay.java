package org.galileok12.run;

/** A dry run holds a district that is due: the run of its schedule comes again. */
final class DryRunUnderWay extends RunUnderWay {

    private static final long serialVersionUID = 1L;

    DryRunUnderWay(long run, String sentence) {
        super(run, sentence);
    }
}
