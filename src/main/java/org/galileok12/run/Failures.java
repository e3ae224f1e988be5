package org.galileok12.run;

import org.galileok12.clever.CleverException;
import org.galileok12.roster.RosterTrouble;
import org.galileok12.roster.Statements;
import org.jspecify.annotations.Nullable;

/** Names the class of a failure and says it in one sentence that holds no student data. */
final class Failures {

    private Failures() {}

    static String errorClass(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CleverException clever) {
                return clever.errorClass().name();
            }
            if (cause instanceof RosterTrouble trouble) {
                return trouble.errorClass();
            }
        }
        return "LOCAL";
    }

    static String sentence(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CleverException
                    || cause instanceof RosterTrouble
                    || cause instanceof FenceLost
                    || cause instanceof RunFailed
                    || cause instanceof RunRefused) {
                return String.valueOf(cause.getMessage());
            }
        }
        var ofDatabase = failure == null ? null : Statements.sentence(failure);
        // An unknown exception may quote a row: its type says where to look, its message stays unsaid.
        return ofDatabase != null
                ? ofDatabase
                : "The run met an unexpected " + kind(failure) + " and stopped; the roster is as it was.";
    }

    static <T extends Throwable> @Nullable T cause(@Nullable Throwable failure, Class<T> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    private static String kind(@Nullable Throwable failure) {
        var root = failure;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        return root == null ? "end" : root.getClass().getSimpleName();
    }
}
