package org.galileok12.check;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/** Checks when districts are synchronised, and which of them. Each problem is a sentence; see {@link EnvironmentCheck}. */
final class SyncSettings {

    private final UnaryOperator<@Nullable String> properties;

    SyncSettings(UnaryOperator<@Nullable String> properties) {
        this.properties = properties;
    }

    /** A time zone that Quartz does not know would silently be Greenwich's. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        var autoAccept = properties.apply("sync.auto-accept");
        if (autoAccept != null && !List.of("true", "false").contains(autoAccept)) {
            problems.add("SYNC_AUTO_ACCEPT is '" + autoAccept + "'. Set it to true to take on every district that"
                    + " authorises us, or to false.");
        }
        var cron = properties.apply("sync.cron");
        if (cron != null && !cron.isBlank() && !CronExpression.isValidExpression(cron)) {
            problems.add("SYNC_CRON is '" + cron + "', which is not a Quartz cron expression. Set it to one like"
                    + " '0 0 2 * * ?', every night at two, or leave it empty.");
        }
        var zone = properties.apply("sync.time-zone");
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            problems.add("SYNC_TIME_ZONE is '" + zone + "', which is not a time zone. Set it to one like"
                    + " America/Phoenix or UTC.");
        }
        return problems;
    }
}
