package org.galileok12.run;

/** Is told how far a run has come. Calls arrive from several threads at once and must return at once. */
@FunctionalInterface
public interface Progress extends org.galileok12.roster.RecordsRead {

    /** Listens to nothing. */
    Progress NONE = (collection, soFar) -> {};

    /**
     * @param collection in Clever's words, such as {@code users}
     * @param soFar records of this collection read in this run
     */
    @Override
    void records(String collection, long soFar);
}
