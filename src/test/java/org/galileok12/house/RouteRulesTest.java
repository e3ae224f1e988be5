package org.galileok12.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteRulesTest {

    private static final String GOOD = """
            # One page: caller → direct:page.
            - route:
                id: page
                description: Reads a page, then stages it. Nothing is selected from elsewhere or deleted.
                from:
                  uri: direct:page
                  steps:
                    - to: direct:page
                    - setBody:
                        constant: "resource:file:{{routes.dir}}/sql/stage.sql"
                    - to:
                        uri: jdbc:galileo
                        parameters:
                          useHeadersAsParameters: true
            """;

    @TempDir
    Path folder = Path.of("");

    private final RouteRules here = new RouteRules(Project.here(), Exempt.FROM_A_NAMED_READER);

    @Test
    void every_route_file_is_valid_in_camels_eyes() {
        assertThat(here.againstCamelsSchema()).isEmpty();
    }

    @Test
    void every_file_and_every_route_introduces_itself() {
        assertThat(here.withoutIntroduction()).isEmpty();
    }

    @Test
    void no_two_routes_share_an_id_or_an_address() {
        assertThat(here.ambiguous()).isEmpty();
    }

    @Test
    void somebody_listens_wherever_a_route_or_java_calls() {
        assertThat(here.callsOfNobody()).isEmpty();
    }

    @Test
    void endpoints_are_short_and_hold_no_sql() {
        assertThat(here.unreadableEndpoints()).isEmpty();
    }

    @Test
    void every_file_that_is_read_exists_and_every_statement_is_read() {
        assertThat(here.lostFiles()).isEmpty();
    }

    @Test
    void a_good_route_passes() throws IOException {
        write("routes/sql/stage.sql", "");
        write("routes/page.camel.yaml", GOOD);

        assertThat(found()).isEmpty();
    }

    @Test
    void a_placeholder_may_stand_for_a_number_or_a_switch() throws IOException {
        write("routes/sql/stage.sql", "");
        write("routes/page.camel.yaml", GOOD.replace("description:", "autoStartup: \"{{page.on}}\"\n    description:"));

        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "setBody → setBdy",
                "description: → autoStartup: never\n    description:",
                "description: → autoStartup: \"{{a}} and {{b}}\"\n    description:",
                "# One page → - beans: []\n# One page",
                "id: page → routeConfigurationId: x",
                "description: Reads → note: Reads",
                "to: direct:page → to: direct:nobody",
                "to: direct:page → toD: \"direct:nobody-${variable.kind}\"",
                "to: direct:page → to: {uri: direct, parameters: {name: nobody}}",
                "to: direct:page → to: \"sql:select 1\"",
                "to: direct:page → to: sql-stored:clean_up()",
                "to: direct:page → to: \"log:x?marker=12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789\"",
                "sql/stage.sql → sql/other.sql",
                "constant: → simple:",
                "constant: \"resource:file:{{routes.dir}}/sql/stage.sql\" → constant: delete from stage.school",
            })
    void a_fault_in_a_route_is_found(String change) throws IOException {
        var fromTo = change.split(" → ");
        assertThat(GOOD).contains(fromTo[0]);
        write("routes/sql/stage.sql", "");
        write("routes/page.camel.yaml", GOOD.replace(fromTo[0], fromTo[1]));

        assertThat(found()).isNotEmpty();
    }

    @Test
    void a_finding_names_file_and_line() throws IOException {
        write(
                "routes/page.camel.yaml",
                GOOD.replace("setBody", "setBdy").replace("to: direct:page", "to: direct:nobody"));

        assertThat(found())
                .anyMatch(finding -> finding.startsWith("routes/page.camel.yaml:8: no route listens at direct:nobody"))
                .anyMatch(finding -> finding.matches("routes/page.camel.yaml:10: .*setBdy.*"));
    }

    @Test
    void the_same_id_in_two_files_is_found() throws IOException {
        write("routes/sql/stage.sql", "");
        write("routes/page.camel.yaml", GOOD);
        write("routes/leaf.camel.yaml", GOOD.replace("uri: direct:page", "uri: direct:leaf"));

        assertThat(found()).singleElement().asString().contains("id page is taken by routes/leaf.camel.yaml");
    }

    @Test
    void a_route_file_that_would_not_be_loaded_is_found() throws IOException {
        write("routes/page.yaml", GOOD);
        write("routes/rules/grades.yaml", "K: 0");

        assertThat(found()).singleElement().asString().contains("would not be loaded");
    }

    @Test
    void a_call_from_java_to_nobody_is_found() throws IOException {
        write("src/main/java/A.java", "class A { String target = \"direct:nobody\"; }");

        assertThat(found()).containsExactly("src/main/java/A.java:1: no route listens at direct:nobody");
    }

    @Test
    void a_statement_that_nobody_reads_is_found() throws IOException {
        write("routes/sql/old.sql", "");
        assertThat(found()).containsExactly("routes/sql/old.sql: nobody reads this statement");

        write("src/main/java/A.java", "class A { String statement = \"old.sql\"; }");
        assertThat(found()).isEmpty();
    }

    @Test
    void a_needless_exception_is_found() {
        var rules = new RouteRules(new Project(folder), Map.of("routes/sql/old.sql", "read by name and number"));

        assertThat(rules.lostFiles()).singleElement().asString().contains("take it out");
    }

    private List<String> found() {
        var rules = new RouteRules(new Project(folder), Map.of());
        return Stream.of(
                        rules.againstCamelsSchema(),
                        rules.withoutIntroduction(),
                        rules.ambiguous(),
                        rules.callsOfNobody(),
                        rules.unreadableEndpoints(),
                        rules.lostFiles())
                .flatMap(List::stream)
                .toList();
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
