package org.galileok12.benchmark.logins;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.StringJoiner;

/** Reads from the audit how many attempts ended in which way. */
final class Refusals {

    private Refusals() {}

    /** Such as {@code admitted 61234, too_busy 12}; the most frequent first. */
    static String counted(Connection connection) throws SQLException {
        var counts = new StringJoiner(", ");
        try (var question = connection.createStatement();
                var rows = question.executeQuery(
                        "select reason, count(*) from sso.attempt group by reason order by count(*) desc, reason")) {
            while (rows.next()) {
                counts.add(rows.getString(1) + " " + rows.getLong(2));
            }
        }
        return counts.toString();
    }
}
