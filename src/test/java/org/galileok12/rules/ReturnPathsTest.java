package org.galileok12.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathsTest {

    private static final URI PRODUCT = URI.create("https://app.galileo.example/login");
    private static final ReturnPaths PATHS =
            new ReturnPaths(List.of("/", "/classes/*", "/assignments/**", "/people/*/grades"));
    private static final ReturnPaths EVERYTHING = new ReturnPaths(List.of("/", "/**"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/classes/7",
                "/classes/math-3.b_~2",
                "/assignments/a",
                "/assignments/a/b/c",
                "/people/12/grades"
            })
    void a_listed_path_comes_out_as_it_is(String path) {
        assertThat(PATHS.allowed(path)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/classes",
                "/classes/",
                "/classes/7/8",
                "/assignments",
                "/assignmentsx/a",
                "/people/12/34/grades",
                "/admin",
                "classes/7",
                "/Classes/7"
            })
    void a_path_that_is_not_listed_is_not_passed_on(String path) {
        assertThat(PATHS.allowed(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "\\\\evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "https:evil.example",
                "https://evil.example/classes/7",
                "javascript:alert(1)",
                "%2f%2fevil.example",
                "/%2fevil.example",
                "/%252fevil.example",
                "/classes/%2e%2e",
                "@evil.example",
                "/@evil.example",
                "/classes/7\r\nSet-Cookie:a=b",
                "/classes/7%0d%0aSet-Cookie:a=b",
                "/classes/7\n",
                "/classes/..",
                "/classes/../admin",
                "/./classes",
                "/classes//7",
                "/classes/7?next=//evil.example",
                "/classes/7#x",
                "/classes/7;x",
                "/classes/7\0",
                "/classes/\u2025",
                "/classes/\uff0f"
            })
    void even_where_everything_is_listed_no_other_reading_is_let_through(String path) {
        assertThat(EVERYTHING.allowed(path)).isEmpty();
    }

    @Test
    void a_path_has_512_characters_at_most() {
        assertThat(EVERYTHING.allowed("/" + "a".repeat(511))).isPresent();
        assertThat(EVERYTHING.allowed("/" + "a".repeat(512))).isEmpty();
        assertThat(EVERYTHING.allowed("/a".repeat(100_000))).isEmpty();
    }

    @Test
    void nothing_asked_for_is_nothing_passed_on() {
        assertThat(EVERYTHING.allowed(null)).isEmpty();
    }

    @Property(tries = 3000)
    boolean whatever_comes_out_is_a_page_of_the_product(@ForAll("addresses") String asked) {
        return EVERYTHING
                .allowed(asked)
                .map(path -> {
                    var page = PRODUCT.resolve(path);
                    return path.equals(asked)
                            && page.normalize().equals(page)
                            && page.toString().equals("https://app.galileo.example" + path);
                })
                .orElse(true);
    }

    @Property(tries = 500)
    boolean every_path_of_plain_parts_comes_out(@ForAll("paths") String path) {
        return EVERYTHING.allowed(path).isPresent()
                && PATHS.allowed("/assignments" + path).isPresent();
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.of(
                        "/",
                        "\\",
                        ".",
                        "..",
                        "%2f",
                        "%5c",
                        "%00",
                        "@",
                        ":",
                        "?",
                        "#",
                        ";",
                        "https:",
                        "evil.example",
                        "\r\n",
                        "\t",
                        " ",
                        "classes",
                        "7",
                        "~",
                        "-",
                        "_",
                        "\u0000",
                        "\u202e",
                        "\ud83d\ude00")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars('-', '_', '~')
                .ofMinLength(1)
                .ofMaxLength(12)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> parts.stream().map(part -> "/" + part).collect(Collectors.joining()));
    }
}
