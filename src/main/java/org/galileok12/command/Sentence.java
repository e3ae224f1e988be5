package org.galileok12.command;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;

/** Makes one sentence of an exception, without what the database says about the values of a row. */
final class Sentence {

    private Sentence() {}

    /** Messages of our own exceptions are written for people; of all others the first line of the innermost is taken. */
    static String of(Throwable failure) {
        var chain = chain(failure);
        return chain.stream()
                .filter(Sentence::isOurs)
                .findFirst()
                .map(Sentence::text)
                .orElseGet(() -> text(innermost(failure)));
    }

    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return chain(failure).stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    static Throwable innermost(Throwable failure) {
        return chain(failure).stream().reduce(failure, (outer, inner) -> inner);
    }

    static String firstLine(Throwable failure) {
        var message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }

    private static String text(Throwable failure) {
        if (isOurs(failure)) {
            return firstLine(failure) + ".";
        }
        if (failure instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
            // The full message may quote a row: "Key (username)=(…) already exists".
            return "PostgreSQL says: " + postgres.getServerErrorMessage().getMessage() + ".";
        }
        if (failure instanceof SQLException sql) {
            return "The database cannot be used: SQL state " + sql.getSQLState() + ".";
        }
        return firstLine(failure) + " (" + failure.getClass().getSimpleName() + ").";
    }

    private static boolean isOurs(Throwable failure) {
        return failure.getClass().getName().startsWith("org.galileok12.") && failure.getMessage() != null;
    }

    private static Set<Throwable> chain(Throwable failure) {
        Set<Throwable> chain = new LinkedHashSet<>();
        for (var at = failure; at != null && chain.add(at); ) {
            at = at.getCause();
        }
        return chain;
    }
}
