package org.galileok12.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRulesTest {

    private final SourceRules here = new SourceRules(Project.here(), Exempt.FROM_SIZE);

    @TempDir
    Path folder = Path.of("");

    @Test
    void every_package_says_what_belongs_in_it_and_is_null_marked() {
        assertThat(here.packagesWithoutASentence()).isEmpty();
    }

    @Test
    void no_file_and_no_method_is_too_long() {
        assertThat(here.tooLong()).isEmpty();
    }

    @Test
    void java_holds_no_sql() {
        assertThat(here.sqlInJava()).isEmpty();
    }

    @Test
    void the_rules_read_the_sources_of_this_project() {
        assertThat(Project.here().files("src/main/java", ".java")).isNotEmpty();
        assertThat(Project.here().files("src/test/java", ".java")).isNotEmpty();
    }

    @Test
    void a_package_without_a_word_is_found() throws IOException {
        write("src/test/java/a/A.java", "package a; class A {}");
        assertThat(bad().packagesWithoutASentence()).hasSize(2);

        write("src/test/java/a/package-info.java", "/**\n * Things.\n */ @NullMarked package a;");
        assertThat(bad().packagesWithoutASentence()).singleElement().asString().contains("no sentence");

        write("src/test/java/a/package-info.java", "/**\n * What a {@code a/b} shares.\n */ @NullMarked package a;");
        assertThat(bad().packagesWithoutASentence()).isEmpty();
    }

    @Test
    void a_long_file_is_found_unless_there_is_a_reason() throws IOException {
        write("src/main/java/A.java", "//\n".repeat(201));
        write("src/test/java/ATest.java", "//\n".repeat(301));
        write("routes/a.camel.yaml", "#\n".repeat(121));

        assertThat(bad().tooLong()).hasSize(3);
        assertThat(bad("src/main/java/A.java").tooLong()).hasSize(2);
    }

    @Test
    void a_reason_for_nothing_is_found() throws IOException {
        write("src/main/java/A.java", "//\n".repeat(200));

        assertThat(bad("src/main/java/A.java").tooLong())
                .singleElement()
                .asString()
                .contains("take it out");
    }

    @Test
    void a_long_method_is_found() throws IOException {
        write("src/main/java/A.java", "class A { void fine() {\n" + "//\n".repeat(30) + "}\n}");
        assertThat(bad().tooLong()).isEmpty();

        write("src/main/java/B.java", "class B { void lengthy() {\n" + "//\n".repeat(31) + "}\n}");
        assertThat(bad().tooLong()).singleElement().asString().contains("lengthy has 31 lines");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"insert into school values (1)\"",
                "\"INSERT \" + \"INTO school\"",
                "\"update school as target set name = 'x'\"",
                "\"update galileo.school set name = 'x'\"",
                "\"delete from \" + TABLE",
                "\"select id from \" + TABLE",
                "\"\"\"\n  select id\n  from school\n  \"\"\"",
            })
    void sql_in_java_is_found(String expression) throws IOException {
        write(
                "src/main/java/A.java",
                "class A { static final String TABLE = \"school\"; String sql = " + expression + "; }");

        assertThat(bad().sqlInJava()).singleElement().asString().startsWith("src/main/java/A.java:1: SQL");
    }

    @Test
    void sql_in_a_comment_of_java_is_fine() throws IOException {
        write(
                "src/main/java/A.java",
                "/** Runs select id from school. */ class A { String words = \"update of the settings\"; }");

        assertThat(bad().sqlInJava()).isEmpty();
    }

    private SourceRules bad(String... exempt) {
        return new SourceRules(new Project(folder), exempt.length == 0 ? Map.of() : Map.of(exempt[0], "reason"));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
