package org.galileok12.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds docs/data-model.md to the migrated database and to fields.yaml; with -Dupdate-docs=true it writes it anew. */
class DataModelTest {

    private static final GeneratedParts DOCUMENT = new GeneratedParts(Path.of("docs/data-model.md"));
    private static final CleverFields FIELDS = new CleverFields(Path.of("routes/rules/fields.yaml"));

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private static Catalog catalog;

    @BeforeAll
    static void migrate() throws IOException {
        postgres = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .schemas("public")
                .load()
                .migrate();
        catalog = new Catalog(new JdbcTemplate(postgres.getPostgresDatabase()));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void the_document_describes_the_migrated_database() {
        var parts = new DataModel(catalog, FIELDS).parts();
        if (Boolean.getBoolean("update-docs")) {
            DOCUMENT.write(parts);
        }

        assertThat(DOCUMENT.hasAll(parts))
                .as("docs/data-model.md has all parts")
                .isTrue();
        assertThat(DOCUMENT.text())
                .as("docs/data-model.md is stale. Write it anew: mvn test -Dtest=DataModelTest -Dupdate-docs=true")
                .isEqualTo(DOCUMENT.with(parts));
    }

    @Test
    void every_column_of_the_roster_says_where_it_comes_from_or_what_it_means() {
        assertThat(new DataModel(catalog, FIELDS).unexplained()).isEmpty();
    }

    @Test
    void every_column_of_fields_yaml_is_a_column_of_the_stage_and_reaches_the_roster() {
        for (var table : FIELDS.tables()) {
            var staged = table.equals("district")
                    ? FIELDS.columns(table)
                    : catalog.columns("stage", table).stream()
                            .map(Catalog.TableColumn::name)
                            .toList();
            assertThat(staged).as("stage." + table).containsAll(FIELDS.columns(table));
            var behind = catalog.columns("galileo", table).stream()
                    .flatMap(column -> FIELDS.columnBehind(table, column.name()).stream())
                    .toList();
            assertThat(FIELDS.columns(table))
                    .as("galileo." + table)
                    .filteredOn(column -> !isARelation(table, column))
                    .isSubsetOf(behind);
        }
    }

    @Test
    void every_table_of_ours_says_what_it_holds() {
        for (var schema : Map.of("galileo", "r", "sync", "r", "sso", "r").entrySet()) {
            for (var table : catalog.relations(schema.getKey(), schema.getValue())) {
                assertThat(catalog.comment(schema.getKey(), table)).as(table).isNotBlank();
            }
        }
    }

    @Test
    void only_what_stands_between_markers_is_replaced(@TempDir Path folder) throws IOException {
        var file =
                Files.writeString(folder.resolve("a.md"), "before\n<!-- generated: a -->\nold\n<!-- end -->\nafter\n");

        new GeneratedParts(file).write(Map.of("a", "new $1"));

        assertThat(file).hasContent("before\n<!-- generated: a -->\n\nnew $1\n\n<!-- end -->\nafter\n");
    }

    /** Lists of ids become rows of person_school, enrollment and teaching; a role row has its person's Clever id. */
    private static boolean isARelation(String table, String column) {
        return column.equals("schools")
                || (table.equals("section") && column.matches("teacher|teachers|students"))
                || (table.equals("teacher") && column.equals("school"))
                || (column.equals("clever_id") && table.matches("student|teacher|staff|district_admin|contact"));
    }
}
