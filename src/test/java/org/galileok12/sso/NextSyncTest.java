package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextSyncTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-09-02T08:59:59Z | America/Phoenix  | 0 0 2 * * ?        | Wednesday, 2:00 AM MST
            2026-09-02T09:00:00Z | America/Phoenix  | 0 0 2 * * ?        | Thursday, 2:00 AM MST
            2026-09-02T09:00:00Z | America/New_York | 0 30 14 * * ?      | Wednesday, 2:30 PM EDT
            2026-09-02T09:00:00Z | UTC              | 0 0 2 1 1 ? 2020   | –
            """)
    void the_next_time_is_that_of_the_schedule_in_its_time_zone(Instant now, ZoneId zone, String cron, String said) {
        assertThat(new NextSync(cron, zone, Clock.fixed(now, ZoneOffset.UTC)).in(Locale.ENGLISH))
                .isEqualTo(said);
    }

    @Test
    void a_schedule_that_is_none_is_refused_at_the_start() {
        assertThatThrownBy(() -> new NextSync("nightly", ZoneOffset.UTC, Clock.systemUTC()))
                .hasMessage("SYNC_CRON is not a Quartz cron expression.");
    }
}
