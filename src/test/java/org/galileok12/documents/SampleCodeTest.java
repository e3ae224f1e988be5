package org.galileok12.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code that docs/sso.md tells an engineer to copy is the code that tests hold. */
class SampleCodeTest {

    private static final Path DOCUMENT = Path.of("docs", "sso.md");
    private static final Path SOURCE =
            Path.of("src", "test", "java", "org", "galileok12", "demo", "product", "HandOffVerifier.java");
    private static final Pattern BLOCK = Pattern.compile("(?<=```java\n).*?(?=```)", Pattern.DOTALL);

    @Test
    void the_document_shows_the_tested_verifier() throws IOException {
        var document = Files.readString(DOCUMENT);
        var code = Files.readString(SOURCE).replaceFirst("package .*;\\s+", "");
        if (Boolean.getBoolean("update-docs")) {
            Files.writeString(DOCUMENT, BLOCK.matcher(document).replaceFirst(Matcher.quoteReplacement(code)));
            document = Files.readString(DOCUMENT);
        }

        var block = BLOCK.matcher(document);
        assertThat(block.find()).as("a block of Java in " + DOCUMENT).isTrue();
        assertThat(block.group())
                .as("-Dtest=SampleCodeTest -Dupdate-docs=true copies it")
                .isEqualTo(code);
    }
}
