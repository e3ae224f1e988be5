package org.galileok12.sso;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.district.NextRun;
import org.galileok12.roster.SqlRow;
import org.jspecify.annotations.Nullable;

/**
 * What the routes of sso-callback do between their statements: parameters in, rows out, one count for each attempt. Safe to share.
 */
public final class SignIns {

    private final Clock clock;
    private final ZoneId zone;
    private final Map<Reason, Counter> counters = new EnumMap<>(Reason.class);
    private final Counter unwritten;

    SignIns(Clock clock, ZoneId zone, MeterRegistry meters) {
        this.clock = clock;
        this.zone = zone;
        unwritten = meters.counter("galileo.sso.attempts.unwritten");
        // All of them at once: a series that is not there yet cannot be watched for its first increase.
        for (var reason : Reason.values()) {
            counters.put(reason, meters.counter("galileo.sso.attempts", "reason", reason.code()));
        }
    }

    /** In: body, the identity. Out: parameters of find-sign-in.sql, variable cleverId. */
    public void asked(Exchange exchange, @Body Identity identity) {
        exchange.setVariable("cleverId", identity.cleverId());
        var message = exchange.getMessage();
        message.setHeader("cleverId", identity.cleverId());
        message.setHeader("district", identity.district());
        message.setHeader("created", moment(identity.created()));
        message.setHeader("today", today());
    }

    /** In: variables districtId, personId. Out: parameters of find-signed-in.sql. */
    public void signedIn(Exchange exchange) {
        var message = exchange.getMessage();
        message.setHeader("districtId", exchange.getVariable("districtId"));
        message.setHeader("personId", exchange.getVariable("personId"));
        message.setHeader("today", today());
    }

    /** In: the one row. Out: body and variable found, the row; variables districtId, personId. */
    public void found(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var row = rows.get(0);
        exchange.setVariable("found", row);
        exchange.setVariable("districtId", row.get("district_id"));
        exchange.setVariable("personId", row.get("person_id"));
        exchange.getMessage().setBody(row);
    }

    /** In: variables reason, correlation, and what is known. Out: parameters of save-attempt.sql. */
    public void attempt(Exchange exchange) {
        var reason = Objects.requireNonNull(exchange.getVariable("reason", String.class));
        var message = exchange.getMessage();
        message.setHeader("reason", reason);
        for (var name : List.of("correlation", "districtId", "cleverId", "personId")) {
            message.setHeader(name, exchange.getVariable(name));
        }
        message.setHeader(
                "role",
                reason.equals(Reason.ADMITTED.code())
                        ? roles(row(exchange)).get(0).code()
                        : null);
    }

    /** In: variable reason. */
    public void count(Exchange exchange) {
        count(reason(exchange));
    }

    void count(Reason reason) {
        Objects.requireNonNull(counters.get(reason)).increment();
    }

    /** An attempt that is no row. */
    void countUnwritten(Reason reason) {
        count(reason);
        unwritten.increment();
    }

    static Reason reason(Exchange exchange) {
        return Reason.of(Objects.requireNonNull(exchange.getVariable("reason", String.class)));
    }

    static Admitted admitted(Exchange exchange) {
        var row = row(exchange);
        return new Admitted((int) SqlRow.number(row, "district_id"), SqlRow.number(row, "person_id"), roles(row));
    }

    /** When the roster of the person's district comes next; null where the row does not say. */
    static @Nullable NextRun nextRun(Exchange exchange) {
        var row = row(exchange);
        return row.get("next_run_at") instanceof Timestamp at && row.get("time_zone") instanceof String zone
                ? new NextRun(at.toInstant(), ZoneId.of(zone))
                : null;
    }

    static Person person(Exchange exchange) {
        var row = row(exchange);
        return new Person(
                SqlRow.number(row, "person_id"),
                text(row, "clever_id"),
                (int) SqlRow.number(row, "district_id"),
                text(row, "district"),
                text(row, "display_name"),
                roles(row),
                (String) row.get("grade"),
                level(row, "grade_min"),
                level(row, "grade_max"));
    }

    /** In: roles as the statements give them, the highest first. */
    static List<Role> roles(Map<?, ?> row) {
        var names = text(row, "roles");
        return names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(",")).map(Role::of).toList();
    }

    private static Map<?, ?> row(Exchange exchange) {
        return Objects.requireNonNull(exchange.getVariable("found", Map.class));
    }

    private static String text(Map<?, ?> row, String column) {
        return String.valueOf(Objects.requireNonNull(row.get(column), column));
    }

    private static @Nullable Integer level(Map<?, ?> row, String column) {
        return row.get(column) instanceof Number number ? number.intValue() : null;
    }

    /** The driver takes no Instant. */
    private static @Nullable Object moment(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
