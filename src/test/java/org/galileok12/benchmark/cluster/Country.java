package org.galileok12.benchmark.cluster;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.galileok12.simulator.GeneratedDistrict;
import org.galileok12.simulator.GeneratedRoster;
import org.galileok12.simulator.LocalClever;

/** Many made-up districts of mixed size at one local Clever, whose answers take as long as over the internet. */
final class Country implements AutoCloseable {

    private static final String VERSION = "v3.1";
    private static final int PAGE_SIZE = 2000;
    private static final List<String> ANSWERS =
            List.of("tokens", "districts", "schools", "terms", "courses", "users", "sections");

    private final LocalClever clever = LocalClever.start().withoutRecording();
    private final Set<String> districts = new LinkedHashSet<>();
    private long students;
    private long records;

    /** Its pages are rendered when this returns. */
    static Country of(int districts, Duration latency) {
        var country = new Country();
        for (int i = 0; i < districts; i++) {
            var district = country.clever.serve(new GeneratedDistrict(
                            GeneratedRoster.of(students(i), 1000 + i).withoutContacts())
                    .renderAll(VERSION, PAGE_SIZE));
            if (!country.districts.add(district.id())) {
                throw new IllegalStateException("Two made-up districts have the same id.");
            }
            country.students += students(i);
            country.records += district.records();
        }
        if (!latency.isZero()) {
            ANSWERS.forEach(
                    answer -> country.clever.onAnyPage(answer).delayed(latency).always());
        }
        return country;
    }

    /** Of twenty districts one is large, three are of a middling size, the others small. */
    private static int students(int number) {
        return number % 20 == 0 ? 800 : number % 5 == 0 ? 200 : 20 + number % 7 * 10;
    }

    String url() {
        return clever.url();
    }

    Set<String> districts() {
        return districts;
    }

    long students() {
        return students;
    }

    long records() {
        return records;
    }

    @Override
    public void close() {
        clever.close();
    }
}
