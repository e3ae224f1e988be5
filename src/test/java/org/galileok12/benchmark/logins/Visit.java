package org.galileok12.benchmark.logins;

import java.io.IOException;

/** What is done over and over: a login, or the part of one that is compared with it. */
interface Visit {

    /**
     * @param number of the visit, from 0
     * @param begin when it was to begin, by {@link System#nanoTime}
     */
    Login make(KeptConnection service, KeptConnection clever, int number, long begin) throws IOException;
}
