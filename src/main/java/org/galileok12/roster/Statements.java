package org.galileok12.roster;

import java.sql.SQLException;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.TransactionException;

/**
 * Judges what the database answers: which statement it was, whether another try can help, and a sentence for a person that
 * holds no value of any row. Safe to share.
 */
public final class Statements {

    /** The name of the statement in the body, from the first line of its file. */
    public String named(Exchange exchange) {
        var text = exchange.getMessage().getBody(String.class);
        var end = text.indexOf(':');
        return text.startsWith("-- ") && end > 3 ? text.substring(3, end) : "a statement without a name";
    }

    /** Throws what the database answered, with the name of the statement. In: variable statement. */
    public void refused(Exchange exchange) throws StatementRefused {
        throw new StatementRefused(
                exchange.getVariable("statement", String.class),
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, SQLException.class));
    }

    /**
     * Throws what was caught, as if it had happened here: a transacted route has judged its own failure as final, and nobody
     * would try again. In: property CamelExceptionCaught, variable failedTries. Out: variable failedTries, one more.
     */
    public void throwAnew(Exchange exchange) throws Exception {
        exchange.setVariable("failedTries", exchange.getVariable("failedTries", 0, Integer.class) + 1);
        exchange.getExchangeExtension().setFailureHandled(false);
        throw exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    }

    /**
     * Whether the transaction was undone by something that passes: a deadlock, a serialization failure, a lost connection.
     * An unknown outcome of COMMIT counts too, since every transaction of ours finds out whether it was done already.
     */
    public boolean worthRepeating(Exchange exchange) {
        var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        var sql = cause(failure, SQLException.class);
        if (sql == null) {
            return failure instanceof TransactionException || failure instanceof ConcurrencyFailureException;
        }
        var state = sql.getSQLState();
        if (state == null) {
            // The server names one for every error of its own: the pool has taken a dead connection away.
            return true;
        }
        // 25P03: we were silent in a transaction for too long (sync.idle-transaction), and lost the session.
        return state.startsWith("40")
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.equals("55P03")
                || state.equals("25P03");
    }

    /** A sentence about a failed statement: its file, SQLSTATE and constraint, and none of PostgreSQL's own words. */
    public static @Nullable String sentence(Throwable failure) {
        var sql = cause(failure, SQLException.class);
        if (sql == null) {
            return failure instanceof TransactionException
                    ? "The database could not begin or end a transaction. Is it reachable?"
                    : null;
        }
        var refused = sql instanceof StatementRefused named ? named.statement() : "a statement";
        if (sql.getSQLState() == null) {
            return "The connection to the database was lost at %s.".formatted(refused);
        }
        var state = sql.getSQLState();
        if (state.startsWith("08") || state.startsWith("57P")) {
            return "The database cannot be reached, or went away in the middle of the run (SQLSTATE " + state + ").";
        }
        var server = cause(failure, PSQLException.class);
        var constraint = server != null && server.getServerErrorMessage() != null
                ? server.getServerErrorMessage().getConstraint()
                : null;
        return "The database refused %s (SQLSTATE %s%s)."
                .formatted(refused, state, constraint == null ? "" : ", constraint " + constraint);
    }

    private static <T extends Throwable> @Nullable T cause(@Nullable Throwable failure, Class<T> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
