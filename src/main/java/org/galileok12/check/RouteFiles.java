package org.galileok12.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.galileok12.rules.Finding;
import org.galileok12.rules.RuleFile;

/**
 * All route files of one folder, read together, so that what one of them names can be looked for in the others. Immutable
 * and thread-safe; shows the folder as it was when it was read.
 */
public final class RouteFiles {

    private static final Pattern RESOURCE = Pattern.compile("resource:file:\\{\\{routes\\.dir}}/(\\S+)");
    private static final JsonNode ANYTHING = JsonNodeFactory.instance.objectNode();
    private static final SchemaCheck SCHEMA = SchemaCheck.ofCamelRoutes();

    private final Path folder;
    private final List<RuleFile> files;
    private final List<YamlText> texts;

    /** @param folder the routes folder; its files {@code *.camel.yaml} are read, not those of folders in it */
    public RouteFiles(Path folder) {
        this.folder = folder;
        this.files = Folder.files(folder, ".camel.yaml").stream()
                .map(file -> RuleFile.read(file, ANYTHING))
                .toList();
        this.texts = files.stream().flatMap(YamlText::in).toList();
    }

    public int count() {
        return files.size();
    }

    /** Everything that can be seen to be wrong without starting Camel, ordered by file and line. */
    public List<Finding> findings() {
        return Stream.of(
                        files.stream().flatMap(file -> file.findings().stream()),
                        files.stream().flatMap(file -> SCHEMA.findings(file).stream()),
                        identities(),
                        targets(),
                        resources())
                .flatMap(findings -> findings)
                .distinct()
                .sorted(Folder.BY_PLACE)
                .toList();
    }

    /** One finding for each {@code ref:} of a bean or method step whose name {@code exists} does not know. */
    public List<Finding> missingBeans(Predicate<String> exists) {
        return texts.stream()
                .filter(text -> text.isBeanReference() && !exists.test(text.value()))
                .map(text -> text.finding("There is no bean '" + text.value() + "'."))
                .toList();
    }

    /**
     * Where in a route something is that Camel complains about, as {@code file:line}.
     *
     * @param complaints what Camel says, the most exact first; the line is that of the longest value of the route that is
     *     quoted in one of them, else that of the route's id
     */
    public Optional<String> place(String routeId, List<String> complaints) {
        return texts.stream()
                .filter(text -> text.isRouteId() && text.value().equals(routeId))
                .findFirst()
                .map(id -> complaints.stream()
                        .flatMap(complaint -> quoted(id, complaint.replace("://", ":")).stream())
                        .findFirst()
                        .orElse(id))
                .map(text -> text.yaml().file() + ":" + text.line());
    }

    private Optional<YamlText> quoted(YamlText id, String complaint) {
        return texts.stream()
                .filter(text -> text.isInRouteOf(id) && text.value().length() > 3 && complaint.contains(text.value()))
                .max(Comparator.comparingInt(text -> text.value().length()));
    }

    private Stream<Finding> identities() {
        List<Finding> findings = new ArrayList<>();
        Map<String, YamlText> first = new HashMap<>();
        for (var file : files) {
            for (int i = 0; i < file.content().size(); i++) {
                incomplete(file, "/" + i, file.content().path(i)).forEach(findings::add);
            }
        }
        texts.stream().filter(YamlText::isRouteId).forEach(text -> {
            var before = first.putIfAbsent(text.value(), text);
            if (before != null) {
                findings.add(text.finding("The route id '" + text.value() + "' is taken by "
                        + before.yaml().file() + ":" + before.line() + ". A route id is used once."));
            }
        });
        return findings.stream();
    }

    private static Stream<Finding> incomplete(RuleFile file, String pointer, JsonNode item) {
        if (item.has("from")) {
            return Stream.of(file.finding(pointer, "A bare 'from' has no id. Put it into a 'route' with an id."));
        }
        if (!item.has("route")) {
            return Stream.empty();
        }
        return Stream.of("id", "description")
                .filter(key -> item.path("route").path(key).asText().isBlank())
                .map(key -> file.finding(pointer, "The route has no '" + key + "'. Give it one."));
    }

    private Stream<Finding> targets() {
        var consumers =
                texts.stream().filter(YamlText::isFrom).map(YamlText::endpoint).toList();
        return texts.stream()
                .filter(text -> text.isDirectTarget() && !consumers.contains(text.endpoint()))
                .map(text -> text.finding("No route begins at '" + text.endpoint() + "'."));
    }

    private Stream<Finding> resources() {
        return texts.stream()
                .flatMap(text -> RESOURCE.matcher(text.value())
                        .results()
                        .map(match -> match.group(1))
                        .filter(name -> !Files.isRegularFile(folder.resolve(name)))
                        .map(name -> text.finding("There is no file " + folder.resolve(name) + ".")));
    }
}
