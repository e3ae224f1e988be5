package org.galileok12.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentedListTest {

    private static final String README = """
            # A project

            Some words, then a table.

            | Variable | Default | Meaning |
            |---|---|---|
            | `CLEVER_API_URL` | `https://api.clever.example` | Where Clever is. |
            | `CLEVER_CLIENT_ID` | none | Who we are. |
            """;

    private static final String GUIDE = """
            # Routes

            | Route | What it does |
            |---|---|
            | `page` | Reads a page. |
            """;

    @TempDir
    Path folder = Path.of("");

    private final DocumentedLists here = new DocumentedLists(Project.here());

    @Test
    void the_guide_lists_every_route_and_no_other() {
        assertThat(here.routes()).isEmpty();
    }

    @Test
    void the_readme_lists_every_variable_of_the_environment_and_no_other() {
        assertThat(here.environment()).isEmpty();
    }

    @Test
    void the_document_of_metrics_lists_every_meter_and_no_other() {
        assertThat(Project.here().path("docs/metrics.md")).exists();
        assertThat(here.metrics()).isEmpty();
    }

    @Test
    void a_complete_list_passes() throws IOException {
        writeGoodProject();

        assertThat(lists().routes()).isEmpty();
        assertThat(lists().environment()).isEmpty();
        assertThat(lists().metrics()).isEmpty();
    }

    @Test
    void a_route_that_is_missing_or_gone_is_found() throws IOException {
        writeGoodProject();
        write("routes/page.camel.yaml", "- route:\n    id: leaf\n    from: {uri: direct:leaf}\n");

        assertThat(lists().routes())
                .containsExactly(
                        "docs/routes.md: `leaf` of routes/*.camel.yaml is missing",
                        "docs/routes.md: `page` is not in routes/*.camel.yaml");
    }

    @Test
    void a_route_about_which_nothing_is_said_is_found() throws IOException {
        writeGoodProject();
        write("docs/routes.md", GUIDE.replace("Reads a page.", ""));

        assertThat(lists().routes()).containsExactly("docs/routes.md: says nothing about `page`");
    }

    @Test
    void a_variable_that_is_missing_or_gone_is_found() throws IOException {
        writeGoodProject();
        write(
                "src/main/resources/application.yaml",
                "a: ${CLEVER_API_URL}\nb: ${ROUTES_DIR:routes}\nc: ${clever.page-size}");

        assertThat(lists().environment())
                .containsExactly(
                        "README.md: `ROUTES_DIR` of application.yaml is missing",
                        "README.md: `CLEVER_CLIENT_ID` is not in application.yaml");
    }

    @Test
    void a_guide_without_the_table_is_found() throws IOException {
        writeGoodProject();
        write("docs/routes.md", "# Routes\n");

        assertThat(lists().routes()).anyMatch(finding -> finding.contains("has no table"));
    }

    @Test
    void a_meter_that_is_missing_or_gone_is_found() throws IOException {
        write(
                "src/main/java/A.java",
                "class A { Object a = registry.counter(\"galileo.records\", \"entity\", \"school\"); }");
        write("routes/a.camel.yaml", "- to: micrometer:timer:galileo.walk");
        write(
                "docs/metrics.md",
                "| Metric | Meaning |\n|---|---|\n| `galileo.records` | Rows. |\n| `galileo.old` | Gone. |\n");

        assertThat(lists().metrics())
                .containsExactly(
                        "docs/metrics.md: `galileo.walk` of the code is missing",
                        "docs/metrics.md: `galileo.old` is not in the code");
    }

    private void writeGoodProject() throws IOException {
        write("README.md", README);
        write("docs/routes.md", GUIDE);
        write("routes/page.camel.yaml", "- route:\n    id: page\n    from: {uri: direct:page}\n");
        write("src/main/resources/application.yaml", "a: ${CLEVER_API_URL:https://x}\nb: ${CLEVER_CLIENT_ID}\n");
    }

    private DocumentedLists lists() {
        return new DocumentedLists(new Project(folder));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
