package org.galileok12.run;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * A place among Clever's events of a district.
 *
 * @param cursor id of the last event that the roster holds; null while Clever has none
 * @param overlap id of the event before it; null when there is none
 * @param cursorAt when Clever made the cursor's event; null when it does not say
 * @param readAt until when the roster holds what events told
 */
record EventPlace(
        @Nullable String cursor,
        @Nullable String overlap,
        @Nullable Instant cursorAt,
        Instant readAt) {

    /** From the row of find-events-position.sql. */
    static EventPlace of(Map<?, ?> row) {
        var readAt =
                Objects.requireNonNull((Timestamp) row.get("events_read_at")).toInstant();
        return new EventPlace(
                (String) row.get("events_cursor"),
                (String) row.get("events_overlap"),
                row.get("events_cursor_at") instanceof Timestamp at ? at.toInstant() : null,
                readAt);
    }

    /** Why events may be missing when reading goes on from here; null when none can be. */
    @Nullable String gap(Instant now, Duration kept, boolean cursorMet) {
        if (readAt.plus(kept).isBefore(now)) {
            return "they were last read at " + readAt + ", and Clever keeps them for 30 days only";
        }
        var shouldBeThere =
                cursor != null && (cursorAt == null || cursorAt.plus(kept).isAfter(now));
        if (shouldBeThere && !cursorMet) {
            return "Clever does not hold the event any more that was applied last (it can switch events off and on again)";
        }
        return null;
    }

    /** Sets the parameters newCursor, newOverlap, newCursorAt and newReadAt. */
    void headers(Message message) {
        message.setHeader("newCursor", cursor);
        message.setHeader("newOverlap", overlap);
        message.setHeader("newCursorAt", cursorAt == null ? null : cursorAt.toString());
        message.setHeader("newReadAt", readAt.toString());
    }
}
