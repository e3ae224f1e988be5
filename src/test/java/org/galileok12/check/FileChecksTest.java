package org.galileok12.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChecksTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    @SuppressWarnings("NullAway.Init")
    RoutesFolder routes;

    @BeforeEach
    void folder() {
        routes = new RoutesFolder(temporary);
    }

    @Test
    void a_folder_without_mistakes_has_no_findings() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void broken_yaml_is_found_in_its_line() {
        routes.change("tiny.camel.yaml", "    description: Read one row.", "    description: \"Read one row.");

        assertThat(findings()).singleElement().asString().startsWith("tiny.camel.yaml:");
    }

    @Test
    void wrong_indentation_is_found_in_its_line() {
        routes.change("tiny.camel.yaml", "    description: Read one row.", "   description: Read one row.");

        assertThat(findings()).singleElement().asString().startsWith("tiny.camel.yaml:4: Not YAML: ");
    }

    @Test
    void a_key_that_is_there_twice_is_found() {
        routes.change("tiny.camel.yaml", "    description: Read one row.", "    description: a\n    description: b");

        assertThat(findings()).containsExactly("tiny.camel.yaml:5: 'description' stands twice here, first on line 4.");
    }

    @Test
    void a_misspelt_step_is_found_in_its_line() {
        routes.change("tiny.camel.yaml", "- setBody:", "- setBdy:");

        assertThat(findings()).containsExactly("tiny.camel.yaml:8: The key 'setBdy' is not known here.");
    }

    @Test
    void a_misspelt_option_of_a_step_is_found_in_its_line() {
        routes.change("tiny.camel.yaml", "constant: \"resource", "constnt: \"resource");

        assertThat(findings()).containsExactly("tiny.camel.yaml:9: The key 'constnt' is not known here.");
    }

    @Test
    void a_misspelt_key_of_a_route_is_found_in_its_line() {
        routes.change("tiny.camel.yaml", "description: Read one row.", "descripton: Read one row.");

        assertThat(findings()).contains("tiny.camel.yaml:4: The key 'descripton' is not known here.");
    }

    @Test
    void a_value_of_the_wrong_type_is_found_in_its_line() {
        routes.change("tiny.camel.yaml", "- log: done", "- log:\n            message: [1]");

        assertThat(findings()).singleElement().asString().startsWith("tiny.camel.yaml:23: ");
    }

    @Test
    void two_mistakes_in_one_file_are_found_in_their_order() {
        routes.change("tiny.camel.yaml", "- setBody:", "- setBdy:");
        routes.change("tiny.camel.yaml", "- log: done", "- lg: done");

        assertThat(findings())
                .containsExactly(
                        "tiny.camel.yaml:8: The key 'setBdy' is not known here.",
                        "tiny.camel.yaml:22: The key 'lg' is not known here.");
    }

    @Test
    void a_placeholder_may_stand_for_a_number_or_a_switch() {
        routes.change(
                "tiny.camel.yaml",
                "    description: Read one row.",
                "    description: Read one row.\n    autoStartup: \"{{galileo.serve}}\"");

        assertThat(findings()).isEmpty();
    }

    @Test
    void a_route_without_id_or_description_is_found() {
        routes.change("tiny.camel.yaml", "    id: tiny-log\n    description: Log the end.\n", "");

        assertThat(findings())
                .containsExactly(
                        "tiny.camel.yaml:16: The route has no 'description'. Give it one.",
                        "tiny.camel.yaml:16: The route has no 'id'. Give it one.");
    }

    @Test
    void a_route_id_that_is_taken_is_found_in_both_files() {
        routes.write("twin.camel.yaml", RoutesFolder.ROUTE.replace("direct:tiny-read", "direct:twin"));

        assertThat(findings()).anyMatch(finding -> finding.startsWith("twin.camel.yaml:3: The route id 'tiny-read'"));
    }

    @Test
    void a_direct_target_that_no_route_has_is_found() {
        routes.change("tiny.camel.yaml", "- to: direct:tiny-log", "- to: direct:tiny-lg");

        assertThat(findings()).containsExactly("tiny.camel.yaml:14: No route begins at 'direct:tiny-lg'.");
    }

    @Test
    void an_sql_file_that_is_not_there_is_found() {
        routes.change("tiny.camel.yaml", "read-tiny.sql", "read-tny.sql");

        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("tiny.camel.yaml:9: There is no file ")
                .endsWith("sql/read-tny.sql.");
    }

    @Test
    void an_sql_file_without_header_is_found() {
        routes.change("sql/read-tiny.sql", "-- read-tiny.sql: read one row. In: note, lowest, a.\n", "");

        assertThat(findings()).singleElement().asString().startsWith("sql/read-tiny.sql:1: There is no header");
    }

    @Test
    void a_second_statement_is_found_in_its_line() {
        routes.change("sql/read-tiny.sql", "from tiny\n", "from tiny;\ndelete from tiny\n");

        assertThat(findings()).singleElement().asString().startsWith("sql/read-tiny.sql:5: A second statement");
    }

    @Test
    void semicolons_in_text_and_comments_and_at_the_end_are_fine() {
        routes.write(
                "sql/semicolons.sql",
                "-- semicolons.sql: a; b\nselect ';', $x$;$x$, \"a;b\", E'\\';' /* ; */ from tiny; -- the end;\n");

        assertThat(findings()).isEmpty();
    }

    @Test
    void a_parameter_in_a_comment_is_found_because_camel_would_count_it() {
        routes.change("sql/read-tiny.sql", "from tiny\n", "from tiny -- by :?note\n");

        assertThat(findings()).singleElement().asString().startsWith("sql/read-tiny.sql:5: :?note stands in a comment");
    }

    @Test
    void a_parameter_that_the_header_does_not_name_is_found_in_its_line() {
        routes.change("sql/read-tiny.sql", ":?lowest", ":?lowst");

        assertThat(findings())
                .containsExactly(
                        "sql/read-tiny.sql:7: :?lowst is not in the header. Correct the name, or describe the parameter there.");
    }

    @Test
    void an_unknown_key_in_a_rules_file_is_found_in_its_line() {
        routes.write("rules/tiny.yaml", "# sizes\nlargest: 12\nlargst: 3\n");

        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("rules/tiny.yaml:3: ")
                .contains("'largst'");
    }

    @Test
    void a_wrong_value_in_a_rules_file_is_found_in_its_line() {
        routes.write("rules/tiny.yaml", "# sizes\nlargest: many\n");

        assertThat(findings()).containsExactly("rules/tiny.yaml:2: At /largest: string found, integer expected.");
    }

    @Test
    void a_rules_file_without_schema_is_found() {
        routes.write("rules/other.yaml", "a: 1\n");

        assertThat(findings()).containsExactly("rules/other.schema.json: The JSON schema is missing or is no JSON.");
    }

    private List<String> findings() {
        return FileChecks.findings(temporary).stream()
                .map(finding -> finding.toString().replace(temporary + "/", ""))
                .toList();
    }
}
