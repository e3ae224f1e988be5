package org.galileok12.roster;

/**
 * A run cannot go on, and the roster stays as it was. The message is one sentence for a person, without student data.
 */
public class RosterTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String errorClass;

    RosterTrouble(String errorClass, String sentence) {
        super(sentence);
        this.errorClass = errorClass;
    }

    /** DATA when what Clever sent cannot be used, LOCAL when the trouble is on our side. */
    public final String errorClass() {
        return errorClass;
    }

    static RosterTrouble data(String sentence) {
        return new RosterTrouble("DATA", sentence);
    }

    static RosterTrouble local(String sentence) {
        return new RosterTrouble("LOCAL", sentence);
    }
}
