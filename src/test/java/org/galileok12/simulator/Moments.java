package org.galileok12.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Fixed moments of the local Clever's world, and Clever's way to write one; nothing here reads a clock. */
final class Moments {

    /** When the first record of a district was made. */
    static final Instant BEGINNING = Instant.parse("2025-08-01T06:00:00Z");

    /** When Clever last read the district's student information system, unless a test says otherwise. */
    static final Instant LAST_SYNC = Instant.parse("2025-11-20T08:15:00Z");

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Moments() {}

    static String text(Instant moment) {
        return FORMAT.format(moment);
    }
}
