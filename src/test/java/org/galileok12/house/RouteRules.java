package org.galileok12.house;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds for every route file. Each finding is one line that names file and line. */
final class RouteRules {

    private static final JsonSchema SCHEMA = schema();
    private static final Set<String> ENDPOINTS =
            Set.of("uri", "to", "toD", "from", "wireTap", "enrich", "pollEnrich", "poll", "deadLetterUri");
    private static final int URI_CHARACTERS = 100;

    private final Project project;
    private final Routes routes;
    private final Map<String, String> readElsewhere;

    RouteRules(Project project, Map<String, String> readElsewhere) {
        this.project = project;
        this.routes = new Routes(project);
        this.readElsewhere = readElsewhere;
    }

    List<String> againstCamelsSchema() {
        var findings = new ArrayList<String>();
        for (var file : routes.files()) {
            for (var problem : SCHEMA.validate(file.tree())) {
                if (!isPlaceholderForAValue(problem)) {
                    var pointer = problem.getInstanceLocation().toString().replaceAll("[\\[.]", "/");
                    findings.add(finding(file, file.line(pointer.replaceAll("[$\\]]", "")), problem.getMessage()));
                }
            }
        }
        return findings;
    }

    /** Camel resolves {{…}} before it reads a number or a switch; its schema knows the number only. */
    private static boolean isPlaceholderForAValue(ValidationMessage problem) {
        var value = problem.getInstanceNode();
        return problem.getType().equals("type")
                && value != null
                && value.isTextual()
                && value.asText().matches("\\{\\{[^{}]+}}");
    }

    List<String> withoutIntroduction() {
        var findings = new ArrayList<String>();
        for (var file : project.files("routes", ".yaml")) {
            var name = project.name(file);
            if (!name.endsWith(".camel.yaml") && !name.startsWith("routes/rules/")) {
                findings.add(name + ": a route file is named *.camel.yaml, this one would not be loaded");
            }
        }
        for (var file : routes.files()) {
            if (!file.text().startsWith("# ")) {
                findings.add(finding(file, 1, "starts with a comment: the chain, variables in, variables out"));
            }
        }
        for (var route : routes.all()) {
            if (route.id().isBlank()) {
                findings.add(finding(route.file(), route.line(), "a route without id"));
            }
            if (route.description().isBlank()) {
                findings.add(finding(route.file(), route.line(), "route '" + route.id() + "' without description"));
            }
        }
        return findings;
    }

    List<String> ambiguous() {
        var findings = new ArrayList<String>();
        var seen = new HashMap<String, Routes.Route>();
        for (var route : routes.all()) {
            for (var name : List.of("id " + route.id(), "address " + route.from())) {
                var first = seen.putIfAbsent(name, route);
                if (first != null && !name.endsWith(" ")) {
                    findings.add(finding(
                            route.file(),
                            route.line(),
                            name + " is taken by " + project.name(first.file().path())));
                }
            }
        }
        return findings;
    }

    List<String> callsOfNobody() {
        var addresses = routes.all().stream()
                .map(Routes.Route::from)
                .filter(from -> from.startsWith("direct:"))
                .map(from -> from.substring("direct:".length()))
                .collect(Collectors.toSet());
        return routes.directCalls().stream()
                .filter(call -> addresses.stream().noneMatch(call::fits))
                .map(call -> "%s:%d: no route listens at direct:%s"
                        .formatted(project.name(call.file()), call.line(), call.name()))
                .toList();
    }

    List<String> unreadableEndpoints() {
        var findings = new ArrayList<String>();
        for (var file : routes.files()) {
            for (var leaf : file.leaves()) {
                var value = leaf.value();
                if (ENDPOINTS.contains(leaf.key()) && value.length() > URI_CHARACTERS) {
                    findings.add(finding(
                            file, leaf.line(), "endpoint of %d characters; use parameters".formatted(value.length())));
                }
                if (ENDPOINTS.contains(leaf.key()) && value.matches("sql(-stored)?:(?!file:|classpath:).*")) {
                    findings.add(finding(file, leaf.line(), "SQL in the endpoint; put it into a file in routes/sql"));
                }
                if (!leaf.key().equals("description")
                        && SourceRules.SQL.matcher(value).find()) {
                    findings.add(finding(file, leaf.line(), "SQL in the route; put it into a file in routes/sql"));
                }
                if (leaf.key().equals("simple") && value.contains("resource:file:")) {
                    findings.add(
                            finding(file, leaf.line(), "load a file with constant: simple would evaluate ${…} in it"));
                }
            }
        }
        return findings;
    }

    List<String> lostFiles() {
        var findings = new ArrayList<String>();
        var loaded = routes.loadedFiles();
        var present = new HashSet<String>();
        project.files("routes", "")
                .forEach(file -> present.add(project.name(file).substring("routes/".length())));
        for (var use : loaded) {
            if (present.stream().noneMatch(use::fits)) {
                findings.add("%s:%d: there is no file routes/%s"
                        .formatted(project.name(use.file()), use.line(), use.name()));
            }
        }
        var unused = new HashSet<>(readElsewhere.keySet());
        var named = namedOutsideRoutes();
        for (var file : present) {
            var isRead = loaded.stream().anyMatch(use -> use.fits(file))
                    || named.stream().anyMatch(text -> text.endsWith(file.replaceFirst(".*/", "")));
            if (file.endsWith(".sql") && !isRead && !unused.remove("routes/" + file)) {
                findings.add("routes/" + file + ": nobody reads this statement");
            }
        }
        unused.forEach(name -> findings.add(name + ": has a named reader (or is not there); take it out of Exempt"));
        return findings;
    }

    /** Strings in the service's Java and in the rules files that end like the name of a statement. */
    private List<String> namedOutsideRoutes() {
        var names = new ArrayList<String>();
        JavaSources.of(project.files("src/main/java", ".java")).texts().forEach(text -> names.add(text.value()));
        project.files("routes/rules", ".yaml")
                .forEach(file -> YamlFile.read(file).leaves().forEach(leaf -> names.add(leaf.value())));
        names.removeIf(name -> !name.endsWith(".sql"));
        return names;
    }

    private String finding(YamlFile file, int line, String what) {
        return "%s:%d: %s".formatted(project.name(file.path()), line, what);
    }

    private static JsonSchema schema() {
        try (var stream = RouteRules.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            var tree = new ObjectMapper().readTree(stream);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(tree);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read Camel's schema of routes from camel-yaml-dsl", e);
        }
    }
}
