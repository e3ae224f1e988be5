package org.galileok12.clever;

/**
 * Clever answered something that its documents do not describe, or that we must not follow. Such an answer is never
 * read as "no data".
 */
public class ContractBroken extends CleverException {

    private static final long serialVersionUID = 1L;

    private final boolean worthAnotherTry;

    ContractBroken(String message) {
        this(message, false);
    }

    private ContractBroken(String message, boolean worthAnotherTry) {
        super(message, null);
        this.worthAnotherTry = worthAnotherTry;
    }

    /** For a 200 that is not a list: perhaps a maintenance page, so asked again {@code clever.contract-retries} times. */
    static ContractBroken maybeOnlyNow(String message) {
        return new ContractBroken(message, true);
    }

    boolean worthAnotherTry() {
        return worthAnotherTry;
    }

    @Override
    public final ErrorClass errorClass() {
        return ErrorClass.CONTRACT;
    }
}
