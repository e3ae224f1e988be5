package org.galileok12.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The route files of a project: the routes in them, who listens at direct:, who calls it, which files are loaded. */
final class Routes {

    /** A route; an id, description or uri that is not there is "". */
    record Route(YamlFile file, int line, String id, String description, String from) {}

    private static final Pattern DIRECT = Pattern.compile("\\bdirect:(?://)?([\\w.-]*)(\\$|\\{\\{)?");
    private static final Pattern LOADED = Pattern.compile("\\{\\{routes\\.dir}}/([^\\s\"'?,]+)");

    /** A use of something by name; open means that the rest of the name is only known when the route runs. */
    record Use(Path file, long line, String name, boolean open) {

        boolean fits(String candidate) {
            return open ? candidate.startsWith(name) : candidate.equals(name);
        }
    }

    private final Project project;
    private final List<YamlFile> files;
    private final List<Route> routes = new ArrayList<>();

    Routes(Project project) {
        this.project = project;
        this.files = project.files("routes", ".camel.yaml").stream()
                .map(YamlFile::read)
                .toList();
        files.forEach(this::readRoutes);
    }

    List<YamlFile> files() {
        return files;
    }

    List<Route> all() {
        return routes;
    }

    TreeSet<String> ids() {
        var ids = new TreeSet<String>();
        routes.forEach(route -> ids.add(route.id()));
        ids.remove("");
        return ids;
    }

    private void readRoutes(YamlFile file) {
        for (var i = 0; i < file.tree().size(); i++) {
            for (var kind : List.of("route", "from")) {
                var item = file.tree().path(i).path(kind);
                if (!item.isMissingNode()) {
                    var from = kind.equals("route") ? item.path("from") : item;
                    var uri =
                            from.isTextual() ? from.asText() : from.path("uri").asText();
                    if (uri.equals("direct")) {
                        uri = "direct:" + from.path("parameters").path("name").asText();
                    }
                    routes.add(new Route(
                            file,
                            file.line("/" + i),
                            item.path("id").asText(),
                            item.path("description").asText(),
                            uri.replace("direct://", "direct:").replaceFirst("\\?.*", "")));
                }
            }
        }
    }

    /** Every call of direct:x, in routes and in the strings of the service's Java. */
    List<Use> directCalls() {
        var inRoutes = files.stream()
                .flatMap(file -> file.leaves().stream()
                        .filter(leaf -> !leaf.key().equals("description")
                                && !leaf.pointer().matches("/\\d+/(route/)?from(/uri)?"))
                        .flatMap(leaf -> directIn(file.path(), leaf.line(), called(file, leaf))));
        var inJava = JavaSources.of(project.files("src/main/java", ".java")).texts().stream()
                .flatMap(text -> directIn(text.file(), text.line(), text.value()));
        return Stream.concat(inRoutes, inJava).toList();
    }

    private static String called(YamlFile file, YamlFile.Leaf leaf) {
        var name = leaf.pointer().replaceFirst("/uri$", "/parameters/name");
        return leaf.value().equals("direct") ? "direct:" + file.tree().at(name).asText() : leaf.value();
    }

    private static Stream<Use> directIn(Path file, long line, String value) {
        return DIRECT.matcher(value)
                .results()
                .map(found -> new Use(
                        file,
                        line,
                        found.group(1),
                        found.group(2) != null || found.group(1).isEmpty()));
    }

    /** Every file below the routes folder that a route loads by {{routes.dir}}/…, such as sql/upsert-school.sql. */
    List<Use> loadedFiles() {
        return files.stream()
                .flatMap(file -> file.leaves().stream()
                        .flatMap(leaf -> LOADED.matcher(leaf.value()).results().map(found -> {
                            var name = found.group(1);
                            var open = name.indexOf("${");
                            return new Use(
                                    file.path(), leaf.line(), open < 0 ? name : name.substring(0, open), open >= 0);
                        })))
                .toList();
    }
}
