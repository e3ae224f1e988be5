package org.galileok12.sso;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.galileok12.district.NextRun;
import org.jspecify.annotations.Nullable;

/** Tells a person when the next names of the district come, in the time zone of its schedule. */
final class NextSync {

    private static final String OF_REQUEST = NextSync.class.getName();

    private NextSync() {}

    /** Keeps for the page what the roster said with a refusal. */
    static void keep(HttpServletRequest request, @Nullable NextRun next) {
        request.setAttribute(OF_REQUEST, next);
    }

    /** Such as {@code Thursday, 2:00 AM MST}; a dash when the district is not on schedule, or nothing is known of it. */
    static String in(Locale language, HttpServletRequest request) {
        return request.getAttribute(OF_REQUEST) instanceof NextRun next ? in(language, next) : "–";
    }

    static String in(Locale language, NextRun next) {
        return format(language).format(ZonedDateTime.ofInstant(next.at(), next.zone()));
    }

    private static DateTimeFormatter format(Locale language) {
        var hours = language.getLanguage().equals("en") ? "h:mm a" : "H:mm";
        return DateTimeFormatter.ofPattern("EEEE, " + hours + " zzz", language);
    }
}
