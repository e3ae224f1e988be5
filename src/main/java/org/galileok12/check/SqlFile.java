package org.galileok12.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galileok12.rules.Finding;

/** One SQL statement of an engineer, as the {@code jdbc:} endpoint will read it. Immutable. */
final class SqlFile {

    private static final Pattern PARAMETER = Pattern.compile(":\\?\\w+");
    private static final Pattern TOKENS = Pattern.compile(
            "(?<opaque>--[^\\n]*+|/\\*.*?\\*/|[eE]'(?:[^'\\\\]|''|\\\\.)*+'|'[^']*+(?:''[^']*+)*+'"
                    + "|\"[^\"]*+\"|\\$(?<tag>\\w*)\\$.*?\\$\\k<tag>\\$)|(?<parameter>:\\?\\w+)|(?<end>;)",
            Pattern.DOTALL);

    private final Path file;
    private final String text;

    private SqlFile(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /** @throws IOException when the file cannot be read as UTF-8 text */
    static SqlFile read(Path file) throws IOException {
        return new SqlFile(file, Files.readString(file));
    }

    Path file() {
        return file;
    }

    /** What can be seen to be wrong without a database. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (!text.startsWith("-- ")) {
            findings.add(
                    new Finding(file, 1, "There is no header. Begin with '-- name.sql: what the statement does'."));
        }
        for (Matcher token = TOKENS.matcher(text); token.find(); ) {
            if (token.group("end") != null && !isBlank(text.substring(token.end()))) {
                findings.add(finding(token.start(), "A second statement follows this ';'. Keep one statement a file."));
                break;
            }
            if (token.group("opaque") != null) {
                hiddenParameters(token, findings);
            }
            if (token.group("parameter") != null && text.startsWith("-- ") && !inHeader(token.group())) {
                findings.add(finding(
                        token.start(),
                        token.group() + " is not in the header. Correct the name, or describe the parameter there."));
            }
        }
        if (isBlank(text)) {
            findings.add(new Finding(file, 1, "There is no statement in this file."));
        }
        return findings;
    }

    /** With {@code ?} for each parameter: Camel's own replacement, which knows neither text nor comments. */
    String forJdbc() {
        return PARAMETER.matcher(text).replaceAll("?");
    }

    /** @param position 1-based character that PostgreSQL complains about, 0 when it does not say */
    int line(int position) {
        if (position <= 0) {
            return 1;
        }
        var sent = asSent();
        return lineAt(sent, Math.min(position - 1, sent.length()));
    }

    /** @param number 1-based, in the order of the text */
    int lineOfParameter(int number) {
        var parameters = PARAMETER.matcher(text);
        for (int i = 1; parameters.find(); i++) {
            if (i == number) {
                return lineAt(text, parameters.start());
            }
        }
        return 1;
    }

    /** The driver numbers the parameters: what PostgreSQL sees is longer than what we gave to the driver. */
    private String asSent() {
        int[] number = {0};
        return TOKENS.matcher(text).replaceAll(token -> {
            var found = token.group();
            return Matcher.quoteReplacement(PARAMETER.matcher(found).matches() ? "$" + ++number[0] : found);
        });
    }

    private void hiddenParameters(Matcher token, List<Finding> findings) {
        for (Matcher name = PARAMETER.matcher(token.group()); name.find(); ) {
            findings.add(
                    finding(
                            token.start() + name.start(),
                            name.group()
                                    + " stands in a comment or text, where Camel would count it as a parameter. Leave out ':?'."));
        }
    }

    /** A name that the header does not know is most likely mistyped: PostgreSQL does not see the names. */
    private boolean inHeader(String parameter) {
        var name = Pattern.compile("\\b" + parameter.substring(2) + "\\b");
        return text.lines()
                .takeWhile(line -> line.startsWith("--"))
                .anyMatch(line -> name.matcher(line).find());
    }

    private Finding finding(int offset, String message) {
        return new Finding(file, lineAt(text, offset), message);
    }

    private static boolean isBlank(String sql) {
        return sql.replaceAll("(?s)--[^\\n]*|/\\*.*?\\*/|;", "").isBlank();
    }

    private static int lineAt(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
