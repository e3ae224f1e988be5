package org.galileok12.house;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Lists in documents, beside what they list. A name that only one side has is a finding of one line. */
final class DocumentedLists {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");
    private static final Pattern METER_IN_JAVA =
            Pattern.compile("\\b(?:counter|timer|gauge|summary|builder)\\(\\s*\"([a-z]+(?:[._][a-z]+)+)\"");
    private static final Pattern METER_IN_ROUTE =
            Pattern.compile("\\bmicrometer:(?:counter|timer|summary|gauge):([\\w.]+)");

    private final Project project;

    DocumentedLists(Project project) {
        this.project = project;
    }

    /** The table of docs/routes.md with first column "Route" names the routes, and says something about each. */
    List<String> routes() {
        return compare("docs/routes.md", "Route", new Routes(project).ids(), "routes/*.camel.yaml");
    }

    /** The README's table with first column "Variable" names what application.yaml reads from the environment. */
    List<String> environment() {
        return compare(
                "README.md", "Variable", found(VARIABLE, "src/main/resources", "application.yaml"), "application.yaml");
    }

    /** The table with first column "Metric" in docs/metrics.md, if that exists, names the meters that we register. */
    List<String> metrics() {
        var meters = found(METER_IN_JAVA, "src/main/java", ".java");
        meters.addAll(found(METER_IN_ROUTE, "routes", ".camel.yaml"));
        return Files.exists(project.path("docs/metrics.md"))
                ? compare("docs/metrics.md", "Metric", meters, "the code")
                : List.of();
    }

    private TreeSet<String> found(Pattern pattern, String folder, String ending) {
        var names = new TreeSet<String>();
        for (var file : project.files(folder, ending)) {
            pattern.matcher(Project.text(file)).results().forEach(name -> names.add(name.group(1)));
        }
        return names;
    }

    private List<String> compare(String document, String column, TreeSet<String> actual, String source) {
        var findings = new ArrayList<String>();
        var documented = new TreeSet<String>();
        for (var cells : rows(document, column)) {
            CODE.matcher(cells.get(0)).results().forEach(name -> {
                documented.add(name.group(1));
                if (cells.size() < 2 || cells.get(1).isBlank()) {
                    findings.add("%s: says nothing about `%s`".formatted(document, name.group(1)));
                }
            });
        }
        if (documented.isEmpty()) {
            findings.add("%s: has no table whose first column is called %s".formatted(document, column));
        }
        actual.stream()
                .filter(name -> !documented.contains(name))
                .forEach(name -> findings.add("%s: `%s` of %s is missing".formatted(document, name, source)));
        documented.stream()
                .filter(name -> !actual.contains(name))
                .forEach(name -> findings.add("%s: `%s` is not in %s".formatted(document, name, source)));
        return findings;
    }

    /** The cells of every row of every table whose first heading is the given one. */
    private List<List<String>> rows(String document, String heading) {
        var rows = new ArrayList<List<String>>();
        var isInTable = false;
        for (var line :
                Project.text(project.path(document)).lines().map(String::strip).toList()) {
            if (!line.startsWith("|")) {
                isInTable = false;
                continue;
            }
            var cells = List.of(line.replaceAll("^\\||\\|$", "").split("\\|", -1)).stream()
                    .map(String::strip)
                    .toList();
            if (isInTable) {
                rows.add(cells);
            }
            isInTable |= cells.get(0).equalsIgnoreCase(heading);
        }
        return rows;
    }
}
