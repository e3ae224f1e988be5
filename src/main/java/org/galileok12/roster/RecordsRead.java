package org.galileok12.roster;

/** Is told how many records of a collection were read so far; from several threads at once. */
@FunctionalInterface
public interface RecordsRead {

    void records(String collection, long soFar);
}
