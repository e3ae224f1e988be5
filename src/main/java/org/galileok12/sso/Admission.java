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

    /** Writes down and counts an attempt that ended before anybody was known. Never throws: a refusal is shown all the same. */
    void refused(Reason reason, String correlation);

    /**
     * Looks again at somebody who is signed in.
     *
     * @throws Refused when the person may not be in any more
     */
    Person look(SignedIn who);
}
