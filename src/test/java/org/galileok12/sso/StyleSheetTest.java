package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WCAG 2.2 AA, as far as a style sheet alone decides it; the browser's tests look at the rest. */
class StyleSheetTest {

    private static final Path ASSETS = Path.of("src/main/resources/sso/assets");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern TEXT_COLOUR = Pattern.compile("(?<![-a-z])color:\\s*(#[0-9a-f]{6})\\b");
    private static final Pattern BACKGROUND = Pattern.compile("background:\\s*(#[0-9a-f]{6})\\b");
    private static final Pattern OUTLINE = Pattern.compile("outline:[^;]*(#[0-9a-f]{6})\\b");
    private static final double FOR_TEXT = 4.5;
    private static final double FOR_SHAPES = 3;

    private record Rule(String selector, String body) {}

    @Test
    void every_text_has_enough_contrast_to_what_is_behind_it() throws IOException {
        var coloured =
                rules().stream().filter(rule -> rule.body().contains("color:")).toList();

        assertThat(coloured)
                .hasSizeGreaterThan(8)
                .allSatisfy(rule -> assertThat(contrast(only(TEXT_COLOUR, rule), only(BACKGROUND, rule)))
                        .as(rule.selector())
                        .isGreaterThanOrEqualTo(FOR_TEXT));
    }

    @Test
    void the_focus_is_seen_on_every_background() throws IOException {
        var rules = rules();
        var focus = rules.stream()
                .filter(rule -> rule.selector().contains(":focus-visible"))
                .map(rule -> only(OUTLINE, rule))
                .toList();
        var pages = rules.stream()
                .filter(rule ->
                        rule.selector().matches("body|main") && rule.body().contains("background:"))
                .map(rule -> only(BACKGROUND, rule))
                .toList();

        assertThat(focus).hasSize(1);
        assertThat(pages)
                .hasSize(2)
                .allSatisfy(page -> assertThat(contrast(focus.get(0), page)).isGreaterThanOrEqualTo(FOR_SHAPES));
        assertThat(css()).doesNotContain("outline: none", "outline: 0");
    }

    @Test
    void nothing_is_loaded_from_elsewhere() throws IOException {
        try (var files = Files.list(ASSETS)) {
            assertThat(files.toList())
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(file -> assertThat(
                                    Files.readString(file).replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                            .doesNotContain("//www", "http:", "https:", "@import", "url("));
        }
    }

    @Test
    void letters_grow_with_the_readers_own_size_and_nothing_is_wider_than_a_phone() throws IOException {
        assertThat(css())
                .doesNotContainPattern("font-size:[^;]*px")
                .doesNotContainPattern("[^-]width:\\s*[3-9]\\d\\dpx");
    }

    @ParameterizedTest
    @CsvSource({"#000000, #ffffff, 21.0", "#777777, #ffffff, 4.48", "#ffffff, #ffffff, 1.0"})
    void contrast_is_computed_as_wcag_says(String one, String other, double ratio) {
        assertThat(contrast(one, other)).isCloseTo(ratio, Offset.offset(0.01));
    }

    private static String only(Pattern pattern, Rule rule) {
        var found = pattern.matcher(rule.body()).results().toList();
        assertThat(found).as(rule.selector() + " sets it once, as #rrggbb").hasSize(1);
        return found.get(0).group(1);
    }

    private static List<Rule> rules() throws IOException {
        var rules = new ArrayList<Rule>();
        RULE.matcher(css())
                .results()
                .forEach(rule -> rules.add(new Rule(rule.group(1).strip(), rule.group(2))));
        return rules;
    }

    private static String css() throws IOException {
        return Files.readString(ASSETS.resolve("sso.css")).replaceAll("(?s)/\\*.*?\\*/", "");
    }

    private static double contrast(String one, String other) {
        var light = Math.max(luminance(one), luminance(other));
        var dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        var value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
