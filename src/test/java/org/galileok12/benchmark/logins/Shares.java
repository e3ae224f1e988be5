package org.galileok12.benchmark.logins;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which process took how much of the two cores since {@link #begin}; in milliseconds of one core for each login. */
final class Shares {

    private final Map<String, Supplier<Duration>> processes = new LinkedHashMap<>();
    private final Map<String, Duration> before = new LinkedHashMap<>();

    Shares(ProcessHandle service, ProcessHandle database, ProcessHandle clever) {
        processes.put("service", () -> used(service));
        processes.put(
                "database",
                () -> Stream.concat(Stream.of(database), database.descendants())
                        .map(Shares::used)
                        .reduce(Duration.ZERO, Duration::plus));
        processes.put("Clever", () -> used(clever));
        processes.put("browsers", () -> used(ProcessHandle.current()));
    }

    void begin() {
        processes.forEach((name, used) -> before.put(name, used.get()));
    }

    /** Such as {@code 2.1 / 0.8 / 0.6 / 0.3}: service, database, Clever, browsers. */
    String perLogin(int logins) {
        return processes.entrySet().stream()
                .map(each -> each.getValue().get().minus(before.getOrDefault(each.getKey(), Duration.ZERO)))
                .map(used -> String.format(Locale.ENGLISH, "%.1f", used.toNanos() / 1e6 / Math.max(1, logins)))
                .collect(Collectors.joining(" / "));
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
