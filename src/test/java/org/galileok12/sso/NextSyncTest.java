package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.galileok12.district.NextRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class NextSyncTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-09-02T09:00:00Z | America/Phoenix  | en | Wednesday, 2:00 AM MST
            2026-09-03T09:00:00Z | America/Phoenix  | en | Thursday, 2:00 AM MST
            2026-09-02T18:30:00Z | America/New_York | en | Wednesday, 2:30 PM EDT
            2026-09-02T18:30:00Z | America/New_York | es | miércoles, 14:30 EDT
            """)
    void the_next_time_is_told_in_the_time_zone_of_the_districts_schedule(
            Instant at, ZoneId zone, String language, String said) {
        assertThat(NextSync.in(Locale.forLanguageTag(language), new NextRun(at, zone)))
                .isEqualTo(said);
    }

    @Test
    void nothing_is_made_up_for_a_district_without_a_schedule() {
        var request = new MockHttpServletRequest();
        assertThat(NextSync.in(Locale.ENGLISH, request)).isEqualTo("–");
        NextSync.keep(request, null);
        assertThat(NextSync.in(Locale.ENGLISH, request)).isEqualTo("–");
    }
}
