package org.galileok12.simulator;

/**
 * Which records of a generated district differ from the first variant: a fraction of each kind, chosen by hash. One in
 * {@code leaving} of the students touched leaves, as many arrive, the others change a field.
 */
record RosterChange(double fraction, int leaving, boolean onlyStudents, long seed) {

    static final RosterChange NONE = of(0, 0);

    static RosterChange of(double fraction, long seed) {
        return new RosterChange(fraction, 40, false, seed);
    }

    /** An ordinary night: of the students 1 % leave, as many arrive, 2 % change. */
    static RosterChange night(long seed) {
        return new RosterChange(0.03, 3, false, seed);
    }

    /** All students stay, and nearly each gets another e-mail or grade; a mass of other names would be held. */
    static RosterChange ofEveryStudent(long seed) {
        return new RosterChange(1, 0, true, seed);
    }

    boolean touches(int kind, long index) {
        return fraction > 0
                && (kind == Kind.STUDENT || !onlyStudents)
                && (Draw.mix(seed + kind, index) >>> 11) * 0x1.0p-53 < fraction;
    }

    boolean leaves(int student) {
        return leaving > 0
                && touches(Kind.STUDENT, student)
                && draw(Kind.STUDENT, student).oneIn(leaving);
    }

    int arrivals(int students) {
        return leaving == 0 ? 0 : (int) Math.round(students * fraction / leaving);
    }

    /** What changes of a student: 1 the name, 2 the e-mail, 3 the grade; 0 nothing. */
    int fieldOf(int student) {
        if (!touches(Kind.STUDENT, student)) {
            return 0;
        }
        return onlyStudents ? 2 + student % 2 : 1 + student % 3;
    }

    /** The cohort that an arriving student joins. */
    int cohort(int arrival, int cohorts) {
        return (int) Math.floorMod(Draw.mix(seed + Kind.ARRIVAL, arrival), (long) cohorts);
    }

    Draw draw(int kind, long index) {
        return new Draw(seed ^ 0x5DEECE66DL, kind, index);
    }
}
