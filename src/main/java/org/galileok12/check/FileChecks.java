package org.galileok12.check;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.galileok12.rules.Finding;

/** Everything that can be checked in a routes folder without a database and without starting anything. */
public final class FileChecks {

    private FileChecks() {}

    /** @return nothing when routes, SQL and rules read well; otherwise every mistake, ordered by file and line */
    public static List<Finding> findings(Path routesFolder) {
        return Stream.of(
                        new RouteFiles(routesFolder).findings(),
                        new SqlFiles(routesFolder).findings(),
                        new RulesFiles(routesFolder).findings())
                .flatMap(List::stream)
                .toList();
    }
}
