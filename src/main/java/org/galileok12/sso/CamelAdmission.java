package org.galileok12.sso;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.galileok12.roster.Statements;
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
    private final RowLimit rows;

    CamelAdmission(ProducerTemplate camel, SignIns signIns, RowLimit rows) {
        this.camel = camel;
        this.signIns = signIns;
        this.rows = rows;
    }

    @Override
    public Admitted admit(Identity identity, String correlation) {
        var exchange = send("direct:sso-callback", it -> {
            it.getMessage().setBody(identity);
            it.setVariable("correlation", correlation);
        });
        var failure = exchange.getException();
        if (failure != null) {
            throw refusal(fail(failure, correlation), failure);
        }
        var reason = SignIns.reason(exchange);
        if (reason != Reason.ADMITTED) {
            throw new Refused(reason, SignIns.nextRun(exchange));
        }
        return SignIns.admitted(exchange);
    }

    @Override
    public void refused(Reason reason, String correlation) {
        if (!reason.isBeforeClever() || rows.hasRoom()) {
            write(reason, correlation, Map.of());
        } else {
            signIns.countUnwritten(reason);
            LOG.debug("Attempt {}, {}, is one too many to be written down.", correlation, reason.code());
        }
    }

    @Override
    public void refused(Reason reason, String correlation, SignedIn who) {
        write(reason, correlation, Map.of("districtId", who.districtId(), "personId", who.personId()));
    }

    private void write(Reason reason, String correlation, Map<String, Object> known) {
        var failure = send("direct:sso-attempt", it -> {
                    known.forEach(it::setVariable);
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
            throw refusal(reasonOf(failure), failure);
        }
        var reason = SignIns.reason(exchange);
        if (reason != Reason.ADMITTED) {
            throw new Refused(reason);
        }
        return SignIns.person(exchange);
    }

    /** A database that gives no connection is not asked for another one: the person has waited long enough. */
    private Reason fail(Exception failure, String correlation) {
        var reason = reasonOf(failure);
        if (Trouble.isOutOfReach(failure)) {
            unwritten(reason, correlation, failure);
        } else {
            LOG.error("Attempt {} was refused as {}. {}", correlation, reason.code(), sentence(failure));
            write(reason, correlation, Map.of());
        }
        return reason;
    }

    @Override
    public void unwritten(Reason reason, String correlation, Throwable failure) {
        signIns.countUnwritten(reason);
        LOG.error("Attempt {}, {}, could not be written down. {}", correlation, reason.code(), sentence(failure));
    }

    private Exchange send(String route, Consumer<Exchange> question) {
        return camel.send(route, question::accept);
    }

    private static String sentence(Throwable failure) {
        return Objects.requireNonNullElseGet(
                Statements.sentence(failure),
                // Its message may quote a row.
                () -> "It met an unexpected " + failure.getClass().getSimpleName() + ".");
    }

    /** With its cause only where others act on it; that of a statement may quote a row. */
    private static Refused refusal(Reason reason, Exception failure) {
        return Trouble.isOutOfReach(failure) ? new Refused(reason, failure) : new Refused(reason);
    }

    private static Reason reasonOf(Exception failure) {
        return Trouble.isOfDatabase(failure) ? Reason.ROSTER_DOWN : Reason.FAILED;
    }
}
