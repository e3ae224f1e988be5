package org.galileok12.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {

    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern SETTING = Pattern.compile("^([A-Z_]+)=", Pattern.MULTILINE);
    private static final int README_LINES = 200;

    static Stream<Path> documents() throws IOException {
        try (var root = Files.list(HERE);
                var docs = Files.list(HERE.resolve("docs"))) {
            return Stream.concat(root, docs).filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_link_to_a_file_leads_to_one(Path document) throws IOException {
        assertThat(links(document))
                .filteredOn(link -> !link.matches("https?://.*|#.*"))
                .allSatisfy(link -> assertThat(document.resolveSibling(link.replaceFirst("#.*", "")))
                        .exists());
    }

    @Test
    void the_readme_is_short_and_leads_to_every_document() throws IOException {
        var readme = HERE.resolve("README.md");

        assertThat(Files.readAllLines(readme)).hasSizeLessThan(README_LINES);
        assertThat(links(readme))
                .containsAll(documents()
                        .filter(document -> document.startsWith(HERE.resolve("docs")))
                        .map(document -> "docs/" + document.getFileName())
                        .toList());
    }

    @Test
    void the_example_of_settings_agrees_with_compose_and_readme() throws IOException {
        var compose = Files.readString(HERE.resolve("docker-compose.yml"));
        var readme = Files.readString(HERE.resolve("README.md"));
        var settings = SETTING.matcher(Files.readString(HERE.resolve(".env.example")))
                .results()
                .map(setting -> setting.group(1))
                .toList();

        assertThat(settings).isNotEmpty().allSatisfy(setting -> {
            assertThat(compose).contains("${" + setting);
            assertThat(readme).contains("`" + setting + "`");
        });
        assertThat(Pattern.compile("\\$\\{([A-Z_]+)").matcher(compose).results().map(setting -> setting.group(1)))
                .allMatch(settings::contains);
    }

    @Test
    void every_picture_is_shown_and_small() throws IOException {
        try (var pictures = Files.list(HERE.resolve("docs").resolve("images"))) {
            assertThat(pictures.toList()).isNotEmpty().allSatisfy(picture -> {
                assertThat(picture).isNotEmptyFile();
                assertThat(Files.size(picture)).isLessThan(60_000);
                assertThat(links(HERE.resolve("README.md"))).contains("docs/images/" + picture.getFileName());
            });
        }
    }

    private static List<String> links(Path document) throws IOException {
        return LINK.matcher(Files.readString(document))
                .results()
                .map(link -> link.group(1))
                .toList();
    }
}
