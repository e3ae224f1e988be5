package org.galileok12.sso;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.galileok12.clever.CleverException;
import org.galileok12.clever.CleverSlow;
import org.galileok12.clever.CleverUnavailable;
import org.galileok12.clever.CleverUntrusted;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.transaction.TransactionException;

/** Tells from a failure, and whatever lies beneath it, whose it is and what a person is told. */
final class Trouble {

    private Trouble() {}

    /** What the attempt that failed so is refused for. */
    static Reason reason(Throwable failure) {
        var refused = find(Refused.class, failure);
        if (refused != null) {
            return refused.reason();
        }
        if (find(CleverException.class, failure) != null) {
            return ofClever(failure);
        }
        if (isOfDatabase(failure)) {
            return Reason.ROSTER_DOWN;
        }
        var protocol = find(OAuth2AuthenticationException.class, failure);
        return protocol == null ? Reason.FAILED : ofProtocol(protocol.getError().getErrorCode());
    }

    /** What a call to Clever that failed so means; an answer that cannot be read, where nothing else is known. */
    static Reason ofClever(Throwable failure) {
        var refused = find(Refused.class, failure);
        if (refused != null) {
            return refused.reason();
        }
        var clever = find(CleverException.class, failure);
        if (clever instanceof CleverSlow) {
            return Reason.CLEVER_SLOW;
        }
        if (clever instanceof CleverUnavailable) {
            return Reason.CLEVER_DOWN;
        }
        return clever instanceof CleverUntrusted ? Reason.CLEVER_UNTRUSTED : Reason.CLEVER_UNREADABLE;
    }

    static boolean isOfDatabase(Throwable failure) {
        return find(SQLException.class, failure) != null
                || find(DataAccessException.class, failure) != null
                || find(TransactionException.class, failure) != null;
    }

    /** Whether the database gave no connection: whoever asked it has waited already, and asks for no other one. */
    static boolean isOutOfReach(Throwable failure) {
        if (find(SQLTransientConnectionException.class, failure) != null) {
            // The pool's own, whatever state the server's last answer had.
            return true;
        }
        var sql = find(SQLException.class, failure);
        return sql != null && (sql.getSQLState() == null || sql.getSQLState().startsWith("08"));
    }

    /** The outermost failure of this kind, null when there is none. */
    static <T extends Throwable> @Nullable T find(Class<T> kind, @Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return kind.cast(cause);
            }
        }
        return null;
    }

    /** Spring Security's own codes; what Clever says in the browser was looked at before. */
    private static Reason ofProtocol(String code) {
        return switch (code) {
            case "invalid_id_token", "invalid_nonce" -> Reason.ID_TOKEN_REJECTED;
            case "invalid_state_parameter", "authorization_request_not_found" -> Reason.UNKNOWN_STATE;
            case "client_registration_not_found" -> Reason.UNKNOWN_PROVIDER;
            default -> Reason.FAILED;
        };
    }
}
