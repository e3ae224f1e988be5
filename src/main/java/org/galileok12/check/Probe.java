package org.galileok12.check;

/**
 * Tries something that only the running application can try, such as Clever's credentials. Every bean of this type is
 * run by the command {@code check}.
 */
public interface Probe {

    /** What is tried, in a word or two: {@code Clever credentials}. */
    String name();

    /**
     * Returns when all is well. Writes nothing anywhere.
     *
     * @throws ProbeFailed with a sentence for the person who runs the check
     */
    void run() throws ProbeFailed;
}
