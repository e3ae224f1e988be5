package org.galileok12.benchmark.logins;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What a load has seen: every login's times, and how the others ended. Safe to share. */
final class Measured {

    private final long start = System.nanoTime();
    private final Queue<Login> logins = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private double seconds;

    void add(Login login) {
        logins.add(login);
    }

    void failed(IOException failure) {
        var kind = failure instanceof LoginFailed
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
        failures.merge(kind, 1, Integer::sum);
    }

    /** To be called once, when the last login is through. */
    Measured end() {
        seconds = (System.nanoTime() - start) / 1e9;
        return this;
    }

    int count() {
        return logins.size();
    }

    int failed() {
        return failures.values().stream().mapToInt(each -> each).sum();
    }

    /** Such as {@code 3 (callback 503: 3)}. */
    String failures() {
        var kinds = new TreeMap<>(failures)
                .entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue())
                        .collect(Collectors.joining(", "));
        return failed() + (kinds.isEmpty() ? "" : " (" + kinds + ")");
    }

    double perSecond() {
        return logins.size() / seconds;
    }

    /** Milliseconds, such as {@code 12 / 40 / 90}: half of the logins, 95 and 99 of 100 took no longer. */
    String percentiles(ToLongFunction<Login> time) {
        var sorted = logins.stream().mapToLong(time).sorted().toArray();
        return String.format(
                Locale.ENGLISH,
                "%.0f / %.0f / %.0f",
                percentile(sorted, 0.5),
                percentile(sorted, 0.95),
                percentile(sorted, 0.99));
    }

    /** In milliseconds, of ascending nanoseconds. */
    static double percentile(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }

    static double percentile(Queue<Long> nanos, double share) {
        var sorted = nanos.stream().mapToLong(each -> each).toArray();
        Arrays.sort(sorted);
        return percentile(sorted, share);
    }
}
