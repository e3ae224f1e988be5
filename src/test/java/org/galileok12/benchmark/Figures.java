package org.galileok12.benchmark;

import java.util.List;
import java.util.Locale;
import org.galileok12.benchmark.Product.Lap;
import org.jspecify.annotations.Nullable;

/** All that is measured for one size of district, and the lines of the table that is printed. Seconds, unless named otherwise. */
final class Figures {

    private final int students;
    private final long records;
    private final long bytes;
    double fetch;
    double copyIndexed;
    double copyBare;
    double databaseFirst;
    double databaseUnchanged;

    @Nullable Lap first;

    @Nullable Lap unchanged;

    @Nullable Lap changed;

    Figures(int students, long records, long bytes) {
        this.students = students;
        this.records = records;
        this.bytes = bytes;
    }

    int students() {
        return students;
    }

    static String heading() {
        return "| students | what | seconds | records/s | floor, seconds | times the floor | heap, MB | resident, MB |\n"
                + "|---:|---|---:|---:|---:|---:|---:|---:|";
    }

    List<String> rows() {
        return List.of(
                row("first load", first, fetch + copyIndexed),
                row("unchanged", unchanged, fetch + copyBare),
                row("2 % changed", changed, fetch + copyBare),
                plain("database alone, first load", databaseFirst, copyIndexed),
                plain("database alone, unchanged", databaseUnchanged, copyBare),
                plain("the local Clever alone (%,d MB)".formatted(bytes >> 20), fetch, 0));
    }

    private String row(String what, @Nullable Lap lap, double floor) {
        return lap == null
                ? ""
                : plain(what, lap.seconds(), floor)
                        + String.format(Locale.ENGLISH, " %,d | %,d |", lap.heapMegabytes(), lap.residentMegabytes());
    }

    private String plain(String what, double seconds, double floor) {
        return String.format(Locale.ENGLISH, "| %,d | %s | %.2f | %,.0f |", students, what, seconds, records / seconds)
                + (floor == 0 ? " | |" : String.format(Locale.ENGLISH, " %.2f | %.2f |", floor, seconds / floor));
    }
}
