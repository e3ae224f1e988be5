package org.galileok12.roster;

import java.sql.SQLException;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionException;

/**
 * Judges what the database answers: which statement it was, whether another try can help, and a sentence for a person that
 * holds no value of any row. Safe to share.
 */
public final class Statements {

    private static final Logger LOG = LoggerFactory.getLogger(Statements.class);

    private final int retries;
    private final Duration retryDelay;

    Statements(int retries, Duration retryDelay) {
        this.retries = retries;
        this.retryDelay = retryDelay;
    }

    /** The name of the statement in the body, from the first line of its file. */
    public String named(Exchange exchange) {
        var text = exchange.getMessage().getBody(String.class);
        var end = text.indexOf(':');
        return text.startsWith("-- ") && end > 3 ? text.substring(3, end) : "a statement without a name";
    }

    /**
     * Throws unless another try can help and is left: of the database's trouble a sentence, since exceptions of the driver
     * quote rows, and only this exchange knows the statement; everything else as it was caught. In: property CamelExceptionCaught, variable
     * failedTries. Out: variables failedTries, again.
     */
    public void tryAgain(Exchange exchange) throws Exception {
        var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        var failed = exchange.getVariable("failedTries", 0, Integer.class) + 1;
        var sentence = sentence(failure, exchange.getVariable("statement", String.class));
        if (sentence == null) {
            throw failure;
        }
        if (!passes(failure) || failed > retries) {
            throw RosterTrouble.local(sentence);
        }
        LOG.warn("run {}: {} Trying again, {} of {}.", exchange.getVariable("runId"), sentence, failed, retries);
        exchange.setVariable("failedTries", failed);
        exchange.setVariable("again", true);
    }

    /** How long to wait before the next try: twice as long each time. In: variable failedTries. */
    public long pauseMillis(@Variable("failedTries") int failedTries) {
        return retryDelay.toMillis() << Math.min(failedTries - 1, 10);
    }

    /**
     * Whether the transaction was undone by something that passes: a deadlock, a serialization failure, a lost connection.
     * An unknown outcome of COMMIT counts too, since every transaction of ours finds out whether it was done already.
     */
    private static boolean passes(Exception failure) {
        var sql = sqlException(failure);
        if (sql == null) {
            return failure instanceof TransactionException;
        }
        var state = sql.getSQLState();
        if (state == null) {
            // The server names one for every error of its own: the pool has taken a dead connection away.
            return true;
        }
        return state.startsWith("40") || state.startsWith("08") || state.startsWith("57P") || state.equals("55P03");
    }

    /** A sentence about a failed statement: its file, SQLSTATE and constraint, and none of PostgreSQL's own words. */
    public static @Nullable String sentence(Throwable failure, @Nullable String statement) {
        var sql = sqlException(failure);
        if (sql == null) {
            return failure instanceof TransactionException
                    ? "The database could not begin or end a transaction. Is it reachable?"
                    : null;
        }
        var refused = statement == null ? "a statement" : statement;
        if (sql.getSQLState() == null) {
            return "The connection to the database was lost at %s.".formatted(refused);
        }
        var constraint = sql instanceof PSQLException server && server.getServerErrorMessage() != null
                ? server.getServerErrorMessage().getConstraint()
                : null;
        return "The database refused %s (SQLSTATE %s%s)."
                .formatted(refused, sql.getSQLState(), constraint == null ? "" : ", constraint " + constraint);
    }

    private static @Nullable SQLException sqlException(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
