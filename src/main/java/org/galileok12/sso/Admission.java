package org.galileok12.sso;

/** Asks {@code routes/sso-callback.camel.yaml} who comes in, and has every attempt written down once. Safe to share. */
public interface Admission {

    /**
     * Looks the person up, writes the attempt down and counts it, whatever its outcome.
     *
     * @param correlation the code for support, new for each attempt
     * @throws Refused with the reason that the roster gives
     */
    Admitted admit(Identity identity, String correlation);

    /**
     * Counts an attempt that ended before the roster was asked, and writes it down; one that anybody can make without Clever only
     * up to a number of rows a second. Never throws: a refusal is shown all the same.
     */
    void refused(Reason reason, String correlation);

    /** The same for somebody who was signed in and may not be in any more. */
    void refused(Reason reason, String correlation, SignedIn who);

    /** Counts an attempt and tells the log: the database gave no connection, and is not waited for once more. */
    void unwritten(Reason reason, String correlation, Throwable failure);

    /**
     * Looks again at somebody who is signed in.
     *
     * @throws Refused when the person may not be in any more
     */
    Person look(SignedIn who);
}
