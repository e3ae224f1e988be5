package org.galileok12.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.galileok12.run.Progress;

/**
 * Shows how far a run has come: on a terminal one line that is written over at most four times a second, elsewhere a line
 * of its own every five seconds. Thread-safe.
 */
final class ProgressLine implements Progress {

    private static final Duration ON_TERMINAL = Duration.ofMillis(250);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final PrintWriter err;
    private final boolean terminal;
    private final Clock clock;
    private final Instant start;
    private final Map<String, Long> soFar = new LinkedHashMap<>();
    private Instant shown;
    private int width;

    ProgressLine(PrintWriter err, boolean terminal, Clock clock) {
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
        this.start = clock.instant();
        this.shown = start;
    }

    @Override
    public synchronized void records(String collection, long records) {
        soFar.put(collection, records);
        var now = clock.instant();
        if (Duration.between(shown, now).compareTo(terminal ? ON_TERMINAL : ELSEWHERE) >= 0) {
            shown = now;
            show(line(now));
        }
    }

    /** Wipes the line on a terminal, so that the report begins on a clean one. */
    synchronized void end() {
        if (terminal && width > 0) {
            show("");
            err.print("\r");
            err.flush();
        }
    }

    private void show(String line) {
        if (terminal) {
            err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            width = line.length();
        } else {
            err.println(line);
        }
        err.flush();
    }

    private String line(Instant now) {
        long sum = soFar.values().stream().mapToLong(Long::longValue).sum();
        long millis = Math.max(1, Duration.between(start, now).toMillis());
        var parts = soFar.entrySet().stream()
                .map(part -> part.getKey() + " " + number(part.getValue()))
                .collect(Collectors.joining(", "));
        return parts + (soFar.size() == 1 ? " records, " : ": " + number(sum) + " records, ")
                + number(sum * 1000 / millis) + "/s";
    }

    private static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
