package org.galileok12.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A table of cases beside the tests that it names. Each finding is one line; none if both agree. */
final class CaseMatrix {

    private static final Pattern REFERENCE = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");
    private static final Pattern METHOD = Pattern.compile("^ {4}(?:[\\w<>.]+ )+(\\w+)\\(", Pattern.MULTILINE);

    private final Pattern number;
    private final Pattern numbered;
    private final List<List<String>> rows;
    private final Map<String, Set<String>> tests;

    /** In: the letter before the number of a case, the document's text, and the folder with the sources of tests. */
    CaseMatrix(String letter, String document, Path sources) {
        this.number = Pattern.compile("^\\|\\s*(" + letter + "\\d+)\\s*\\|");
        this.numbered = Pattern.compile("^" + letter.toLowerCase(Locale.ROOT) + "\\d+_");
        this.rows = document.lines()
                .filter(line -> number.matcher(line).find())
                .map(line -> List.of(line.strip().replaceAll("^\\||\\|$", "").split("\\|", -1)).stream()
                        .map(String::strip)
                        .toList())
                .toList();
        this.tests = tests(sources);
    }

    /** Rows that are not what a row must be. */
    List<String> findings() {
        var findings = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var row : rows) {
            if (!seen.add(row.get(0))) {
                findings.add(row.get(0) + ": comes twice");
            }
            if (row.size() != 4 || row.stream().anyMatch(String::isEmpty)) {
                findings.add(row.get(0) + ": must have four cells, each with something in it");
            } else if (row.get(3).equals("pending")) {
                testOf(row.get(0)).forEach(test -> findings.add(row.get(0) + ": is pending, but there is " + test));
            } else {
                references(row, findings);
            }
        }
        return findings;
    }

    /** Cases of the other document, which lists them in the same way, that have no row here. */
    List<String> missing(String cases) {
        var here = new HashSet<>(rows.stream().map(row -> row.get(0)).toList());
        return cases.lines()
                .map(number::matcher)
                .filter(line -> line.find())
                .map(line -> line.group(1))
                .filter(each -> !here.contains(each))
                .toList();
    }

    /** Rows whose first test does not begin with their number, and tests that begin with one whose row does not name them. */
    List<String> misnamed() {
        var findings = new ArrayList<String>();
        for (var row : rows) {
            var prefix = prefix(row.get(0));
            REFERENCE.matcher(row.get(row.size() - 1)).results().limit(1).forEach(first -> {
                if (first.group(2) == null || !(first.group(2) + "_").startsWith(prefix)) {
                    findings.add(row.get(0) + ": its first test does not begin with " + prefix);
                }
            });
        }
        tests.forEach((type, methods) -> methods.stream()
                .filter(method -> numbered.matcher(method).find())
                .filter(method -> rows.stream().noneMatch(row -> isOf(row, type, method)))
                .forEach(method -> findings.add(type + "#" + method + ": the row of its number does not name it")));
        return findings;
    }

    private static boolean isOf(List<String> row, String type, String method) {
        return method.startsWith(prefix(row.get(0)))
                && REFERENCE
                        .matcher(row.get(row.size() - 1))
                        .results()
                        .anyMatch(reference -> reference.group(1).equals(type)
                                && method.startsWith(reference.group(2) == null ? "" : reference.group(2)));
    }

    private static String prefix(String number) {
        return number.toLowerCase(Locale.ROOT) + "_";
    }

    private void references(List<String> row, List<String> findings) {
        var references = REFERENCE.matcher(row.get(3)).results().toList();
        if (references.isEmpty()) {
            findings.add(row.get(0) + ": names no test, and is not pending either");
        }
        for (var reference : references) {
            var methods = tests.get(reference.group(1));
            var method = reference.group(2) == null ? "" : reference.group(2);
            if (methods == null) {
                findings.add(row.get(0) + ": there is no class " + reference.group(1));
            } else if (methods.stream().noneMatch(name -> name.startsWith(method))) {
                findings.add(row.get(0) + ": no test of " + reference.group(1) + " begins with " + method);
            }
        }
    }

    private List<String> testOf(String row) {
        var prefix = prefix(row);
        var found = new ArrayList<String>();
        tests.forEach((type, methods) -> methods.stream()
                .filter(method -> method.startsWith(prefix))
                .forEach(method -> found.add(type + "#" + method)));
        return found;
    }

    private static Map<String, Set<String>> tests(Path sources) {
        try (var files = Files.walk(sources)) {
            var tests = new TreeMap<String, Set<String>>();
            for (var file :
                    files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                var methods = new TreeSet<String>();
                METHOD.matcher(Files.readString(file)).results().forEach(method -> methods.add(method.group(1)));
                tests.put(file.getFileName().toString().replace(".java", ""), methods);
            }
            return tests;
        } catch (IOException e) {
            throw new UncheckedIOException("The tests cannot be read.", e);
        }
    }
}
