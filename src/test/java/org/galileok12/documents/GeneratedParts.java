package org.galileok12.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document with parts between {@code <!-- generated: name -->} and {@code <!-- end -->}. */
final class GeneratedParts {

    private static final Pattern PART =
            Pattern.compile("(<!-- generated: (.+?) -->\n)(.*?)(<!-- end -->)", Pattern.DOTALL);

    private final Path document;

    GeneratedParts(Path document) {
        this.document = document;
    }

    String text() {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + document, e);
        }
    }

    /** The document as it must be; what is not between markers stays. A marker of an unknown name is an error. */
    String with(Map<String, String> parts) {
        return PART.matcher(text())
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group(1) + "\n" + known(parts, part.group(2)) + "\n" + part.group(4)));
    }

    boolean hasAll(Map<String, String> parts) {
        return parts.keySet().stream().allMatch(name -> text().contains("<!-- generated: " + name + " -->"));
    }

    void write(Map<String, String> parts) {
        try {
            Files.writeString(document, with(parts));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + document, e);
        }
    }

    private String known(Map<String, String> parts, String name) {
        var text = parts.get(name);
        if (text == null) {
            throw new IllegalStateException(document + " has a part '" + name + "' that nobody generates.");
        }
        return text.strip() + "\n";
    }
}
