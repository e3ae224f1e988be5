package org.galileok12.check;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Says in one sentence why a database cannot be used. Never shows a password. Immutable. */
public final class DatabaseCheck {

    private static final int OLDEST = 16;
    private static final String TEN_SECONDS = "10";

    private final String url;
    private final Properties login = new Properties();

    public DatabaseCheck(String url, String user, String password) {
        this.url = url;
        PGProperty.USER.set(login, user);
        PGProperty.PASSWORD.set(login, password);
        PGProperty.CONNECT_TIMEOUT.set(login, TEN_SECONDS);
        PGProperty.LOGIN_TIMEOUT.set(login, TEN_SECONDS);
    }

    /** Empty when the database answers and is new enough. */
    public Optional<String> problem() {
        try (var connection = connect()) {
            var version = connection.getMetaData();
            return tooOld(version.getDatabaseMajorVersion(), version.getDatabaseProductVersion());
        } catch (SQLException e) {
            return Optional.of(sentence(e));
        }
    }

    /** A new connection, to be closed by the caller. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, login);
    }

    static Optional<String> tooOld(int major, String version) {
        return major >= OLDEST
                ? Optional.empty()
                : Optional.of(
                        "The database is PostgreSQL " + version + ". PostgreSQL " + OLDEST + " or newer is needed.");
    }

    private String sentence(SQLException e) {
        var state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return "The database " + place() + " refuses the user '" + PGProperty.USER.getOrDefault(login)
                    + "'. Check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.";
        }
        if (state.equals("3D000")) {
            return "There is no database " + place() + ". Create it, or correct SPRING_DATASOURCE_URL.";
        }
        if (state.startsWith("08")) {
            return "The database " + place()
                    + " cannot be reached. Check SPRING_DATASOURCE_URL, and that PostgreSQL runs.";
        }
        return "The database " + place() + " cannot be used: SQL state " + state + ".";
    }

    private String place() {
        @Nullable Properties parsed = Driver.parseURL(url, null);
        return parsed == null
                ? "of SPRING_DATASOURCE_URL"
                : PGProperty.PG_HOST.getOrDefault(parsed) + ":" + PGProperty.PG_PORT.getOrDefault(parsed) + "/"
                        + PGProperty.PG_DBNAME.getOrDefault(parsed);
    }
}
