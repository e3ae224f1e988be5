package org.galileok12.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.galileok12.rules.GuardRules;
import org.galileok12.rules.Thresholds;

/** Tells the guard's statements what {@code guard.yaml} says for a district today. Safe to share. */
public final class Guard {

    private final GuardRules rules;
    private final Clock clock;
    private final ZoneId zone;

    Guard(GuardRules rules, Clock clock, ZoneId zone) {
        this.rules = rules;
        this.clock = clock;
        this.zone = zone;
    }

    /** Sets the parameters of the guard's statements. In: variable district. */
    public void thresholds(Exchange exchange) {
        var limits = limits(exchange);
        var message = exchange.getMessage();
        message.setHeader("share", limits.share());
        message.setHeader("rows", limits.rows());
        message.setHeader("emptied", limits.emptied());
        message.setHeader("updateShare", limits.updateShare());
        message.setHeader("updateRows", limits.updateRows());
        message.setHeader("today", today().toString());
        message.setHeader("leavers", String.join(",", limits.leavers()));
        message.setHeader("people", String.join(",", limits.people()));
    }

    /** Whether the last teacher of a class that goes on stays. In: variable district. */
    public boolean protectsLastTeachers(Exchange exchange) {
        return limits(exchange).lastTeacher();
    }

    private Thresholds limits(Exchange exchange) {
        var district = Objects.requireNonNull(exchange.getVariable("district", String.class), "variable district");
        return rules.thresholds(district, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
