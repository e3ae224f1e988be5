package org.galileok12.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads from the delivered route files which statements a run can come to: those of every route that it can reach. */
final class RouteStatements {

    private static final Pattern ROUTE = Pattern.compile("(?m)^- route:");
    private static final Pattern FROM = Pattern.compile("(?m)^ {6}uri: (direct:[\\w-]+)$");
    private static final Pattern DIRECT = Pattern.compile("direct:[\\w-]+");
    private static final Pattern STATEMENT = Pattern.compile("sql/([\\w-]+\\.sql)");

    private RouteStatements() {}

    static Set<String> reachableFrom(String start) {
        var routes = routes();
        var reached = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(start));
        var statements = new TreeSet<String>();
        while (!open.isEmpty()) {
            var next = open.pop();
            if (reached.add(next)) {
                var text = routes.getOrDefault(next, "");
                DIRECT.matcher(text).results().forEach(target -> open.add(target.group()));
                STATEMENT.matcher(text).results().forEach(statement -> statements.add(statement.group(1)));
            }
        }
        return statements;
    }

    private static Map<String, String> routes() {
        var routes = new HashMap<String, String>();
        try (var files = Files.list(Path.of("routes"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".camel.yaml"))
                    .toList()) {
                for (var route : ROUTE.split(Files.readString(file).replaceAll("(?m)^\\s*#.*$", ""))) {
                    var from = FROM.matcher(route);
                    if (from.find()) {
                        routes.put(from.group(1), route);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The route files could not be read.", e);
        }
        return routes;
    }
}
