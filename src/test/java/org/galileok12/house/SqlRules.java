package org.galileok12.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What holds for every statement in routes/sql. Each finding is one line that names the file. */
final class SqlRules {

    /** What is not the statement itself: comments, strings, quoted names, dollar-quoted bodies. */
    private static final Pattern NOT_CODE = Pattern.compile(
            "--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL);

    private static final Pattern KEYWORD = Pattern.compile(
            "\\b(select|from|where|insert|into|update|set|delete|with|as|join|left|inner|full|cross|lateral|on|using|group|order|by|"
                    + "having|and|or|not|null|is|in|exists|values|returning|case|when|then|else|end|distinct|union|except|intersect|"
                    + "all|conflict|do|nothing|limit|copy|merge|matched|truncate|analyze|between|like|any|over|partition|filter|cast)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STAR =
            Pattern.compile("\\b(select|distinct|all|returning)\\s+(\\w+\\.)?\\*|,\\s*\\*|\\w\\.\\*");
    private static final Pattern PASTED = Pattern.compile("\\$\\{|\\{\\{|#\\{|:#|%s|\\|\\|\\s*\\?");
    private static final Pattern BOUND = Pattern.compile(":\\?\\w+");
    private static final Pattern STRAY = Pattern.compile("\\?|(?<![:\\w\\]]):[a-zA-Z_]\\w*");

    private final Project project;

    SqlRules(Project project) {
        this.project = project;
    }

    List<String> findings() {
        var findings = new ArrayList<String>();
        for (var file : project.files("routes", ".sql")) {
            for (var what : findings(file)) {
                findings.add(project.name(file) + ": " + what);
            }
        }
        return findings;
    }

    private static List<String> findings(Path file) {
        var findings = new ArrayList<String>();
        var text = Project.text(file);
        var name = String.valueOf(file.getFileName());
        if (!text.startsWith("-- " + name + ": ")) {
            findings.add("starts with \"-- " + name + ": \" and what the statement does");
        }
        for (var part : List.of("In", "Out")) {
            if (text.lines()
                    .takeWhile(line -> line.startsWith("--"))
                    .noneMatch(line -> line.matches("-- " + part + "\\b.*"))) {
                findings.add("its header has no line \"-- " + part + " …\"");
            }
        }
        if (PASTED.matcher(text).find()) {
            findings.add("text is pasted into the statement; bind it as :?name");
        }
        var code = NOT_CODE.matcher(text)
                .replaceAll(part -> part.group().matches("(?s)(--|/\\*).*") ? " " : "''")
                .strip();
        if (code.replaceFirst(";$", "").contains(";")) {
            findings.add("more than one statement; jdbc: sees the first count only");
        }
        if (code.isEmpty()) {
            findings.add("no statement");
        }
        KEYWORD.matcher(code)
                .results()
                .filter(word -> !word.group().equals(word.group().toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(word -> findings.add("keyword " + word.group() + " is written in lower case"));
        STAR.matcher(code)
                .results()
                .filter(star -> !isWithinARow(code, star.end()))
                .findFirst()
                .ifPresent(
                        star -> findings.add("names no columns: " + star.group().replaceAll("\\s+", " ")));
        STRAY.matcher(BOUND.matcher(code).replaceAll("bound"))
                .results()
                .findFirst()
                .ifPresent(mark -> findings.add("the only parameters are :?name, not " + mark.group()));
        return findings;
    }

    /** Whether the star compares or converts a whole row, as in row(x.*) or to_jsonb(x.*), and is not a list of columns. */
    private static boolean isWithinARow(String code, int star) {
        var depth = 0;
        for (var i = star - 1; i >= 0; i--) {
            if (code.charAt(i) == ')') {
                depth++;
            } else if (code.charAt(i) == '(' && depth-- == 0) {
                return !code.substring(i + 1).stripLeading().matches("(?s)(select|with)\\b.*");
            }
        }
        return false;
    }
}
