package org.galileok12.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What one seed stands for: rounds of changes and faults, now and then a removal of many at once. The same seed always gives the same schedule. */
record Schedule(long seed, List<Round> rounds, @Nullable Round removal) {

    /** In every so many schedules a real second JVM is killed. */
    private static final int KILL_EVERY = 14;

    /** In every so many, one day too many leave at once. */
    private static final int REMOVE_EVERY = 9;

    /** Something random: its kind, and the seed of all further choices of it. */
    record Choice<K>(K kind, long salt) {

        Random random() {
            return new Random(salt);
        }

        private static <K> Choice<K> of(K[] kinds, Random random) {
            return new Choice<>(kinds[random.nextInt(kinds.length)], random.nextLong());
        }
    }

    /** One run with faults, after changes. */
    record Round(List<Choice<MutationKind>> mutations, List<Choice<HandEdit>> edits, List<Choice<FaultKind>> faults) {}

    static Schedule of(long seed) {
        var random = new Random(seed * 0x9E3779B97F4A7C15L);
        var rounds = new ArrayList<Round>();
        var count = 1 + random.nextInt(2);
        for (int i = 0; i <= count; i++) {
            // The first round is a first load; what happens to it is as random as the rest.
            rounds.add(round(random, i == 0));
        }
        var last = rounds.get(rounds.size() - 1).faults();
        if (kills(seed)) {
            last.clear();
            last.add(new Choice<>(FaultKind.KILL_9, random.nextLong()));
        } else {
            // Every kind has its turn, so that none is rare in a few hundred seeds.
            last.set(0, new Choice<>(FaultKind.RANDOM[(int) (seed % FaultKind.RANDOM.length)], random.nextLong()));
        }
        var removal = seed % REMOVE_EVERY == 4 && !kills(seed)
                ? new Round(List.of(), List.of(), List.of(Choice.of(FaultKind.CHANGING_NOTHING, random)))
                : null;
        return new Schedule(seed, rounds, removal);
    }

    static boolean kills(long seed) {
        return seed % KILL_EVERY == 0;
    }

    private static Round round(Random random, boolean first) {
        var mutations = new ArrayList<Choice<MutationKind>>();
        var edits = new ArrayList<Choice<HandEdit>>();
        var faults = new ArrayList<Choice<FaultKind>>();
        // Nothing changes before the first load: there is no roster yet.
        for (int i = first ? 0 : 5 + random.nextInt(4); i > 0; i--) {
            mutations.add(Choice.of(MutationKind.values(), random));
        }
        for (int i = first ? 0 : random.nextInt(3); i > 0; i--) {
            edits.add(Choice.of(HandEdit.values(), random));
        }
        for (int i = first ? random.nextInt(2) : 1 + random.nextInt(2); i > 0; i--) {
            faults.add(Choice.of(FaultKind.RANDOM, random));
        }
        return new Round(mutations, edits, faults);
    }
}
