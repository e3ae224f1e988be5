package org.galileok12.simulator;

/**
 * Which records of a generated district differ from the first variant: a fraction of each kind, chosen by hash. One in
 * 40 of the students touched leaves, as many arrive, the others change a field.
 */
record RosterChange(double fraction, long seed) {

    static final RosterChange NONE = new RosterChange(0, 0);
    private static final int LEAVES = 40;

    boolean touches(int kind, long index) {
        return fraction > 0 && (Draw.mix(seed + kind, index) >>> 11) * 0x1.0p-53 < fraction;
    }

    boolean leaves(int student) {
        return touches(Kind.STUDENT, student) && draw(Kind.STUDENT, student).oneIn(LEAVES);
    }

    int arrivals(int students) {
        return (int) Math.round(students * fraction / LEAVES);
    }

    /** The cohort that an arriving student joins. */
    int cohort(int arrival, int cohorts) {
        return (int) Math.floorMod(Draw.mix(seed + Kind.ARRIVAL, arrival), (long) cohorts);
    }

    Draw draw(int kind, long index) {
        return new Draw(seed ^ 0x5DEECE66DL, kind, index);
    }
}
