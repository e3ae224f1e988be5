package org.galileok12.simulator;

import java.util.List;
import java.util.SplittableRandom;

/** Random choices that depend only on a seed, a kind of record and its number, so that any record can be made alone. */
final class Draw {

    private final SplittableRandom random;

    Draw(long seed, int kind, long index) {
        random = new SplittableRandom(mix(seed * 31 + kind, index));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Spreads two numbers over 64 bits (SplitMix64's finaliser); the same two give the same result. */
    static long mix(long seed, long index) {
        long z = seed * 0x9E3779B97F4A7C15L + index * 0xD1B54A32D192ED03L + 0x632BE59BD9B4E019L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
