package org.galileok12.check;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.galileok12.rules.Finding;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** All statements in {@code sql/} of a routes folder, as they were when they were read. Immutable. */
public final class SqlFiles {

    private static final String UNKNOWN_TYPE = "42P18";

    private final List<SqlFile> files = new ArrayList<>();
    private final List<Finding> unreadable = new ArrayList<>();

    public SqlFiles(Path routesFolder) {
        for (var file : Folder.files(routesFolder.resolve("sql"), ".sql")) {
            try {
                files.add(SqlFile.read(file));
            } catch (IOException e) {
                unreadable.add(new Finding(file, 0, "The file cannot be read as UTF-8."));
            }
        }
    }

    public int count() {
        return files.size() + unreadable.size();
    }

    /** What can be seen to be wrong without a database. */
    public List<Finding> findings() {
        return Stream.concat(unreadable.stream(), files.stream().flatMap(file -> file.findings().stream()))
                .sorted(Folder.BY_PLACE)
                .toList();
    }

    /**
     * Has PostgreSQL parse and analyse every statement, without running any: tables, columns and types are checked.
     *
     * @throws SQLException when the connection breaks
     */
    public List<Finding> findings(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        List<Finding> findings = new ArrayList<>();
        for (var file : files) {
            // Asking for the parameters is what makes the driver send the text; camel-jdbc asks the same before it
            // binds.
            try (var statement = connection.prepareStatement(file.forJdbc())) {
                statement.getParameterMetaData();
            } catch (PSQLException e) {
                findings.add(finding(file, e));
            } finally {
                connection.rollback();
            }
        }
        return findings;
    }

    private static Finding finding(SqlFile file, PSQLException e) {
        ServerErrorMessage server = e.getServerErrorMessage();
        if (server == null) {
            return new Finding(file.file(), 0, "PostgreSQL did not answer: " + e.getMessage() + ".");
        }
        var message = String.valueOf(server.getMessage());
        if (UNKNOWN_TYPE.equals(server.getSQLState())) {
            // PostgreSQL gives the number of the parameter, but no position.
            int number = Integer.parseInt("0" + message.replaceAll("\\D", ""));
            return new Finding(
                    file.file(),
                    file.lineOfParameter(number),
                    message + ". Write the type behind the parameter, as in :?name::int.");
        }
        var hint = server.getHint() == null ? "" : " " + server.getHint();
        return new Finding(file.file(), file.line(server.getPosition()), message + "." + hint);
    }
}
