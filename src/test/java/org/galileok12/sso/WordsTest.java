package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the pages: complete in every language, and such as a ten-year-old reads. */
class WordsTest {

    private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-z_.-]+)");
    private static final int LONGEST_SENTENCE = 20;
    private static final double HIGHEST_GRADE = 6;
    private static final double FAIRLY_EASY = 65;

    @ParameterizedTest
    @ValueSource(strings = {"sso.properties", "sso_es.properties"})
    void every_reason_and_every_page_has_its_words_and_no_word_is_left_over(String file) throws IOException {
        var words = words(file);

        assertThat(words.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(needed());
        assertThat(words.values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank());
    }

    @Test
    void every_language_has_a_file() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(TemplatePages.LANGUAGES.stream()
                            .map(language -> language.getLanguage().equals("en")
                                    ? "sso.properties"
                                    : "sso_" + language.getLanguage() + ".properties")
                            .toList());
        }
    }

    @Test
    void a_ten_year_old_reads_every_page_in_english() {
        assertThat(ShownPages.all("en")).hasSizeGreaterThan(40).allSatisfy((name, html) -> {
            assertThat(new Readability(html).longestSentence()).isLessThanOrEqualTo(LONGEST_SENTENCE);
            assertThat(new Readability(html).grade()).isLessThanOrEqualTo(HIGHEST_GRADE);
        });
    }

    @Test
    void a_ten_year_old_reads_every_page_in_spanish() {
        assertThat(ShownPages.all("es")).hasSizeGreaterThan(40).allSatisfy((name, html) -> {
            assertThat(new Readability(html).longestSentence()).isLessThanOrEqualTo(LONGEST_SENTENCE);
            assertThat(new Readability(html).perspicuity()).isGreaterThanOrEqualTo(FAIRLY_EASY);
        });
    }

    @Test
    void what_an_office_writes_is_found_to_be_too_hard() {
        var english =
                new Readability("<p>Authentication was unsuccessful because your organization has not yet provisioned"
                        + " the appropriate entitlements for your individual account in this application.</p>");
        var spanish = new Readability("<p>La autenticación ha resultado infructuosa porque la organización educativa"
                + " responsable todavía no ha proporcionado las autorizaciones correspondientes.</p>");

        assertThat(english.grade()).isGreaterThan(HIGHEST_GRADE);
        assertThat(english.longestSentence()).isEqualTo(20);
        assertThat(spanish.perspicuity()).isLessThan(FAIRLY_EASY);
    }

    @ParameterizedTest
    @CsvSource({
        "log, 1",
        "please, 1",
        "teacher, 2",
        "Galileo, 3",
        "device, 2",
        "have, 1",
        "little, 2",
        "administrator, 5",
        "because, 2",
        "are, 1"
    })
    void english_syllables_are_counted(String word, long syllables) {
        assertThat(Readability.english(word)).isEqualTo(syllables);
    }

    @ParameterizedTest
    @CsvSource({
        "escuela, 3",
        "maestro, 3",
        "quien, 1",
        "día, 2",
        "autorizaciones, 6",
        "leer, 2",
        "ciudad, 2",
        "línea, 3",
        "y, 1"
    })
    void spanish_syllables_are_counted(String word, long syllables) {
        assertThat(Readability.spanish(word)).isEqualTo(syllables);
    }

    /** What the templates name, and the families that the service puts together: reasons and roles. */
    private static TreeSet<String> needed() throws IOException {
        var keys = new TreeSet<String>();
        try (var templates = Files.list(Path.of("src/main/resources/templates/sso"))) {
            templates
                    .map(WordsTest::text)
                    .forEach(text -> KEY.matcher(text).results().forEach(key -> keys.add(key.group(1))));
        }
        Arrays.stream(Role.values()).map(role -> "role." + role.code()).forEach(keys::add);
        ShownPages.refusals().stream()
                .flatMap(reason ->
                        Stream.of("title", "text", "next").map(part -> "reason." + reason.code() + "." + part))
                .forEach(keys::add);
        return keys;
    }

    private static Properties words(String file) throws IOException {
        var words = new Properties();
        try (var reader =
                Files.newBufferedReader(Path.of("src/main/resources/messages").resolve(file), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The template " + file + " cannot be read.", e);
        }
    }
}
