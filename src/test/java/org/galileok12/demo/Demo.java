package org.galileok12.demo;

import org.galileok12.GalileoClever;

/** Runs the service with everything it needs beside it: an embedded PostgreSQL and a local Clever. */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) {
        System.exit(GalileoClever.run(arguments));
    }
}
