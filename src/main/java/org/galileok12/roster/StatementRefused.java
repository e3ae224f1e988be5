package org.galileok12.roster;

import java.sql.SQLException;

/**
 * A failed statement with its name. The name travels with the failure: branches of a route that run side by side have variables
 * of their own.
 */
final class StatementRefused extends SQLException {

    private static final long serialVersionUID = 1L;

    private final String statement;

    StatementRefused(String statement, SQLException cause) {
        super(statement + " failed", cause.getSQLState(), cause.getErrorCode(), cause);
        this.statement = statement;
    }

    String statement() {
        return statement;
    }
}
