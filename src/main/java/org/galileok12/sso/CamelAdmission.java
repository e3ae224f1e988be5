package org.galileok12.sso;

import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.galileok12.roster.Statements;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends logins to the routes of sso-callback. Whatever fails there lets nobody in, and every attempt is counted even when it
 * cannot be written down.
 */
final class CamelAdmission implements Admission {

    private static final Logger LOG = LoggerFactory.getLogger(CamelAdmission.class);

    private final ProducerTemplate camel;
    private final SignIns signIns;

    CamelAdmission(ProducerTemplate camel, SignIns signIns) {
        this.camel = camel;
        this.signIns = signIns;
    }

    @Override
    public Admitted admit(Identity identity, String correlation) {
        var exchange = send("direct:sso-callback", it -> {
            it.getMessage().setBody(identity);
            it.setVariable("correlation", correlation);
        });
        var failure = exchange.getException();
        if (failure != null) {
            throw new Refused(fail(failure, identity, correlation));
        }
        var reason = SignIns.reason(exchange);
        if (reason != Reason.ADMITTED) {
            throw new Refused(reason);
        }
        return SignIns.admitted(exchange);
    }

    @Override
    public void refused(Reason reason, String correlation) {
        write(reason, null, correlation);
    }

    private void write(Reason reason, @Nullable String cleverId, String correlation) {
        var failure = send("direct:sso-attempt", it -> {
                    it.setVariable("cleverId", cleverId);
                    it.setVariable("reason", reason.code());
                    it.setVariable("correlation", correlation);
                })
                .getException();
        if (failure != null) {
            unwritten(reason, correlation, failure);
        }
    }

    @Override
    public Person look(SignedIn who) {
        var exchange = send("direct:sso-person", it -> {
            it.setVariable("districtId", who.districtId());
            it.setVariable("personId", who.personId());
        });
        var failure = exchange.getException();
        if (failure != null) {
            LOG.error("Somebody who is signed in could not be looked up. {}", sentence(failure));
            throw new Refused(isOfDatabase(failure) ? Reason.ROSTER_DOWN : Reason.FAILED);
        }
        var reason = SignIns.reason(exchange);
        if (reason != Reason.ADMITTED) {
            throw new Refused(reason);
        }
        return SignIns.person(exchange);
    }

    /** A database that gives no connection is not asked for another one: the person has waited long enough. */
    private Reason fail(Exception failure, Identity identity, String correlation) {
        var reason = isOfDatabase(failure) ? Reason.ROSTER_DOWN : Reason.FAILED;
        if (isOutOfReach(failure)) {
            unwritten(reason, correlation, failure);
        } else {
            LOG.error("Attempt {} was refused as {}. {}", correlation, reason.code(), sentence(failure));
            write(reason, identity.cleverId(), correlation);
        }
        return reason;
    }

    private void unwritten(Reason reason, String correlation, Exception failure) {
        signIns.count(reason);
        LOG.error("Attempt {}, {}, could not be written down. {}", correlation, reason.code(), sentence(failure));
    }

    private Exchange send(String route, Consumer<Exchange> question) {
        return camel.send(route, question::accept);
    }

    private static String sentence(Exception failure) {
        return Objects.requireNonNullElseGet(
                Statements.sentence(failure),
                // Its message may quote a row.
                () -> "It met an unexpected " + failure.getClass().getSimpleName() + ".");
    }

    private static boolean isOfDatabase(Exception failure) {
        return ofDatabase(failure) != null;
    }

    private static boolean isOutOfReach(Exception failure) {
        var sql = ofDatabase(failure);
        return sql != null && (sql.getSQLState() == null || sql.getSQLState().startsWith("08"));
    }

    private static @Nullable SQLException ofDatabase(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
