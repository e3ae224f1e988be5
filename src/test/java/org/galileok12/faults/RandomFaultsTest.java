package org.galileok12.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.galileok12.house.Canaries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random changes and random faults, and then none any more: the roster is what Clever lists, whatever has happened. All seeds from 1
 * on, 200 of them or {@code -Dseeds=N}; {@code -Dseed=12345} plays one alone, {@code -Dseed=1,2} two. See CONTRIBUTING.md.
 */
class RandomFaultsTest {

    private static final int BATCH = 20;
    private static final int DEFAULT_SEEDS = 200;
    private static final List<Long> SEEDS = seeds();

    @SuppressWarnings("NullAway.Init")
    private static Campaign campaign;

    @BeforeAll
    static void begin() throws IOException {
        campaign = new Campaign(SEEDS);
    }

    @AfterAll
    static void end() throws IOException {
        campaign.close();
    }

    @TestFactory
    Stream<DynamicTest> every_schedule_of_random_faults_ends_where_clever_is() {
        return Stream.concat(
                batches().stream()
                        .map(batch -> DynamicTest.dynamicTest(
                                "seeds %d to %d".formatted(batch.get(0), batch.get(batch.size() - 1)),
                                () -> holds(batch))),
                Stream.of(
                        DynamicTest.dynamicTest("every kind of fault has happened often", this::everyKindHasHappened),
                        DynamicTest.dynamicTest("no name and no token is in a log", this::nothingPersonalIsInALog)));
    }

    private void holds(List<Long> batch) {
        var violations = new ArrayList<String>();
        for (var seed : batch) {
            try {
                campaign.result(seed);
            } catch (CompletionException e) {
                violations.add(String.valueOf(e.getMessage()));
            }
        }
        assertThat(violations).as(String.join("\n\n", violations)).isEmpty();
    }

    private void everyKindHasHappened() {
        var counts = campaign.counts(SEEDS);
        System.out.println(Campaign.table(counts));
        if (SEEDS.size() >= DEFAULT_SEEDS) {
            assertThat(counts)
                    .allSatisfy((kind, schedules) -> assertThat(schedules)
                            .as("schedules with %s", kind)
                            .isGreaterThanOrEqualTo(kind == FaultKind.KILL_9 ? 10 : 5));
        }
    }

    /** I8. LogCanaryCheck looks for the names in all logs of the whole test run; here it is known by which tokens we read. */
    private void nothingPersonalIsInALog() throws IOException {
        var looked = 0;
        for (var log : logs()) {
            var text = Files.readString(log, StandardCharsets.ISO_8859_1);
            looked += text.length();
            assertThat(text.contains(Canaries.LAST_NAME))
                    .as("%s holds a name", log)
                    .isFalse();
            assertThat(text.contains(".zzyzxcanary."))
                    .as("%s holds an address", log)
                    .isFalse();
            assertThat(campaign.tokens()).as("tokens in %s", log).noneMatch(text::contains);
        }
        assertThat(looked).isPositive();
        assertThat(campaign.tokens()).isNotEmpty();
    }

    private static List<Path> logs() throws IOException {
        try (var files = Files.walk(Path.of("target"))) {
            return files.filter(file ->
                            file.endsWith("test-run.log") || file.toString().matches(".*faults.node-\\d+\\.log"))
                    .toList();
        }
    }

    private static List<List<Long>> batches() {
        var batches = new ArrayList<List<Long>>();
        for (int i = 0; i < SEEDS.size(); i += BATCH) {
            batches.add(SEEDS.subList(i, Math.min(SEEDS.size(), i + BATCH)));
        }
        return batches;
    }

    private static List<Long> seeds() {
        var chosen = System.getProperty("seed");
        return chosen != null
                ? Stream.of(chosen.split(",")).map(Long::valueOf).toList()
                : LongStream.rangeClosed(1, Long.getLong("seeds", DEFAULT_SEEDS))
                        .boxed()
                        .toList();
    }
}
