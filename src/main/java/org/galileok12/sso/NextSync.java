package org.galileok12.sso;

import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** Tells people when the next names come, in the time zone of the schedule. Safe to share. */
final class NextSync {

    private final CronExpression schedule;
    private final ZoneId zone;
    private final Clock clock;

    NextSync(String cron, ZoneId zone, Clock clock) {
        try {
            schedule = new CronExpression(cron);
        } catch (ParseException e) {
            throw new IllegalArgumentException("SYNC_CRON is not a Quartz cron expression.", e);
        }
        schedule.setTimeZone(TimeZone.getTimeZone(zone));
        this.zone = zone;
        this.clock = clock;
    }

    /** Such as {@code Thursday, 2:00 AM MST}; a dash when the schedule has come to its end. */
    String in(Locale language) {
        var next = schedule.getNextValidTimeAfter(Date.from(clock.instant()));
        return next == null ? "–" : format(language).format(next.toInstant().atZone(zone));
    }

    private static DateTimeFormatter format(Locale language) {
        var hours = language.getLanguage().equals("en") ? "h:mm a" : "H:mm";
        return DateTimeFormatter.ofPattern("EEEE, " + hours + " zzz", language);
    }
}
