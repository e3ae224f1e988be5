package org.galileok12.simulator;

/** The kinds of generated records, in the order of their ids within a collection. */
final class Kind {

    static final int SCHOOL = 0x01;
    static final int TERM = 0x02;
    static final int COURSE = 0x03;
    static final int STUDENT = 0x10;
    static final int TEACHER = 0x11;
    static final int STAFF = 0x12;
    static final int DISTRICT_ADMIN = 0x13;
    static final int CONTACT = 0x14;
    static final int ARRIVAL = 0x18;
    static final int SECTION = 0x20;

    private Kind() {}
}
