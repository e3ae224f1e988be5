package org.galileok12.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What holds for source files as files: sizes, a word about every package, SQL in files of its own. Each finding is one line. */
final class SourceRules {

    static final Pattern SQL = Pattern.compile(
            "\\b(insert\\s+into|merge\\s+into|delete\\s+from|update\\s+[\\w.]+\\s+(as\\s+)?(\\w+\\s+)?set|select\\b.*\\bfrom)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile("(\\S+\\s+){2,}\\S+\\.(\\s|$)");
    private static final long METHOD_LINES = 30;

    private final Project project;
    private final Map<String, String> exempt;

    SourceRules(Project project, Map<String, String> exempt) {
        this.project = project;
        this.exempt = exempt;
    }

    List<String> packagesWithoutASentence() {
        var findings = new ArrayList<String>();
        var folders = new TreeSet<Path>();
        for (var tree : List.of("src/main/java", "src/test/java")) {
            project.files(tree, ".java").forEach(file -> folders.add(file.resolveSibling("package-info.java")));
        }
        for (var info : folders) {
            var text = Files.exists(info) ? Project.text(info) : "";
            if (!text.contains("@NullMarked")) {
                findings.add(project.name(info) + ": missing, or without @NullMarked");
            }
            var javadoc = JAVADOC.matcher(text);
            if (!javadoc.find() || !SENTENCE.matcher(javadoc.group(1)).find()) {
                findings.add(project.name(info) + ": has no sentence that says what belongs here");
            }
        }
        return findings;
    }

    List<String> tooLong() {
        var findings = new ArrayList<String>();
        var unused = new HashSet<>(exempt.keySet());
        filesOver(200, project.files("src/main/java", ".java"), unused, findings);
        filesOver(300, project.files("src/test/java", ".java"), unused, findings);
        filesOver(120, project.files("routes", ".camel.yaml"), unused, findings);
        unused.forEach(name -> findings.add(name + ": is not over its limit (or not there); take it out of Exempt"));
        for (var method :
                JavaSources.of(project.files("src/main/java", ".java")).methods()) {
            if (method.lines() > METHOD_LINES) {
                findings.add("%s:%d: method %s has %d lines, the limit is %d"
                        .formatted(
                                project.name(method.file()),
                                method.line(),
                                method.name(),
                                method.lines(),
                                METHOD_LINES));
            }
        }
        return findings;
    }

    private void filesOver(long limit, List<Path> files, HashSet<String> unused, List<String> findings) {
        for (var file : files) {
            var lines = Project.text(file).lines().count();
            if (lines > limit && !unused.remove(project.name(file))) {
                findings.add("%s: %d lines, the limit is %d; look for a second idea in it"
                        .formatted(project.name(file), lines, limit));
            }
        }
    }

    List<String> sqlInJava() {
        return JavaSources.of(project.files("src/main/java", ".java")).texts().stream()
                .filter(text -> SQL.matcher(text.value()).find())
                .map(text -> "%s:%d: SQL text; it belongs into a file in routes/sql"
                        .formatted(project.name(text.file()), text.line()))
                .toList();
    }
}
