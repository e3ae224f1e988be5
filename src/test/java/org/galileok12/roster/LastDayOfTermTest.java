package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** A term is over when its last day is past where the sync is at home, whatever day the database has. */
@Import(LastDayOfTermTest.EveningInLondon.class)
@TestPropertySource(properties = {"sync.time-zone=Pacific/Auckland", "clever.page-size=200"})
class LastDayOfTermTest extends GuardScenario {

    /** The tenth of March at half past eleven; in Auckland it is the eleventh. */
    @TestConfiguration(proxyBeanMethods = false)
    static class EveningInLondon {
        @Bean
        @Primary
        Clock evening() {
            return Clock.fixed(Instant.parse("2020-03-10T23:30:00Z"), ZoneOffset.UTC);
        }
    }

    @SuppressWarnings("NullAway.Init")
    private ListedPerson amy;

    @Test
    void classes_count_on_the_last_day_of_their_term() {
        classesUntil("2020-03-11").forEach(ListedRecord::remove);

        assertThat(scopes(syncHeld())).contains("section at North: 6 of 6");
    }

    @Test
    void classes_of_a_term_that_ended_yesterday_do_not_count() {
        classesUntil("2020-03-10").forEach(ListedRecord::remove);

        syncDone();

        assertThat(actives("section")).isZero();
    }

    @Test
    void lists_and_teachers_of_classes_count_on_the_last_day_of_their_term() {
        var classes = classesUntil("2020-03-11");
        classes.forEach(each -> each.without(amy).unset("/teacher").unset("/teachers"));

        assertThat(scopes(syncHeld())).contains("enrollment at North: 6 of 6", "teaching at North: 6 of 6");
    }

    private List<ListedSection> classesUntil(String lastDay) {
        var north = district.school("North");
        var term = district.term("Winter", "2020-01-07", lastDay);
        amy = district.student("Amy Ng", north);
        var teacher = district.teacher("Ted Ng", north);
        var classes = List.of("1", "2", "3", "4", "5", "6").stream()
                .map(name -> district.section("Maths " + name, north)
                        .term(term)
                        .taughtBy(teacher)
                        .with(amy))
                .toList();
        syncDone();
        return classes;
    }
}
