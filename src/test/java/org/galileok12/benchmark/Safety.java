package org.galileok12.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.galileok12.benchmark.Product.Lap;

/** What safe runs cost, for one size of district: plan and guard, the journal, and a journal of many rows; lines of tables. */
final class Safety {

    private static final int PLAN_AND_GUARD = 25;
    private static final int JOURNAL = 15;

    private final int students;
    private final List<String> guarded = new ArrayList<>();
    private final List<String> journalled = new ArrayList<>();
    private final List<String> beside = new ArrayList<>();

    Safety(int students) {
        this.students = students;
    }

    /** The shares are of the run without its plan and guard, and of the run without its guard. */
    void guarded(String what, Lap lap) {
        var plan = seconds(lap, "plan");
        var guard = seconds(lap, "guard");
        var report = seconds(lap, "report-guard");
        var both = plan + guard + report;
        guarded.add(line(
                "| %,d | %s | %.2f | %.2f | %.2f | %.2f | %.0f %% | %.0f %% |",
                students,
                what,
                lap.seconds(),
                plan,
                guard,
                report,
                100 * (guard + report) / (lap.seconds() - guard - report),
                100 * both / (lap.seconds() - both)));
    }

    /** A first load has no updates: its journal is what its entries of creations cost. */
    void firstLoad(Lap lap) {
        var creations = lap.millis("journal-creations.sql");
        var publish = lap.millis("publish");
        journalled("first load", lap, publish, publish, creations);
    }

    /** Milliseconds of the publication with and without the triggers; creations are in both of them. */
    void journalled(String what, Lap lap, long with, long without, long creations) {
        var cost = (with - without + creations) / 1e3;
        journalled.add(line(
                "| %,d | %s | %.2f | %.2f | %.2f | %.2f | %.0f %% |",
                students,
                what,
                lap.seconds(),
                with / 1e3,
                without / 1e3,
                creations / 1e3,
                100 * cost / (lap.seconds() - cost)));
    }

    void beside(String what, Lap without, Lap with) {
        beside.add(line(
                "| %,d | %s | %.2f | %.2f | %+.0f %% |",
                students, what, without.seconds(), with.seconds(), 100 * (with.seconds() / without.seconds() - 1)));
    }

    /** The tables of all sizes, each under what it is to show. */
    static List<String> tables(List<Safety> sizes, long journalRows) {
        var lines = new ArrayList<String>();
        lines.add(line(
                "%nPlan and guard: to be at most %d %% of the first load and of the unchanged sync without them.%n%n"
                        + "| students | what | seconds | plan | guard | guard's report | guard adds | plan and guard add |%n"
                        + "|---:|---|---:|---:|---:|---:|---:|---:|",
                PLAN_AND_GUARD));
        sizes.forEach(size -> lines.addAll(size.guarded));
        lines.add(line(
                "%nThe journal: to be at most %d %% of the run without it.%n%n"
                        + "| students | what | seconds | publication | without triggers | creations | the journal adds |%n"
                        + "|---:|---|---:|---:|---:|---:|---:|",
                JOURNAL));
        sizes.forEach(size -> lines.addAll(size.journalled));
        if (journalRows > 0) {
            lines.add(line(
                    "%nBeside a journal of %,d rows: not to be slower than without them.%n%n"
                            + "| students | what | seconds without | seconds beside them | difference |%n"
                            + "|---:|---|---:|---:|---:|",
                    journalRows));
            sizes.forEach(size -> lines.addAll(size.beside));
        }
        return lines;
    }

    private static double seconds(Lap lap, String step) {
        return lap.millis(step) / 1e3;
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
