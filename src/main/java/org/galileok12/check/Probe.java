package org.galileok12.check;

/**
 * Tries something that only the running application can try, such as Clever's credentials. Every bean of this type is
 * run by the command {@code check}.
 */
public interface Probe {

    /** What is tried, in a word or two: {@code Clever credentials}. */
    String name();

    /**
     * Writes nothing anywhere.
     *
     * @return what was found, in a few words
     * @throws ProbeFailed with a sentence for the person who runs the check
     */
    String run() throws ProbeFailed;
}
