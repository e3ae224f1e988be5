package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.ConnectionCallback;

/** A long journal slows nobody down: whoever reads it finds its entries by an index. */
class JournalIndexTest extends SyncScenario {

    private static final int ENTRIES = 200_000;
    private static final Map<String, String> PARAMETERS = Map.of(
            "values", "'false'",
            "today", "'2026-11-26'",
            "cleverId", "'0123456789abcdef01234567'",
            "district", "null",
            "days", "'400'");

    @BeforeEach
    void aLongJournal() {
        var amy = district.student("Amy Ng", district.school("North"));
        syncDone();
        amy.named("Amaryllis Ng");
        syncDone();
        if (one("select count(*) from sync.journal", Long.class) < ENTRIES) {
            db.update("""
                    insert into sync.journal (district_id, run_id, entity, action, id, before, after)
                    select ?, 1000000 + n / 1000, 'person', 'update', 1000000 + n, '{"email": "a"}', '{"email": "b"}'
                    from generate_series(1, ?) n
                    """, -1, ENTRIES);
        }
        db.execute("analyze sync.journal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tell-changes.sql", "find-explained-rows.sql", "age-journal.sql", "journal-creations.sql"})
    void no_statement_reads_the_journal_from_end_to_end(String statement) throws IOException {
        assertThat(plan(statement)).doesNotContain("Seq Scan on journal");
    }

    /** As in a run: its transactions have no nested loops, and a join of the journal would be one over all of it. */
    @Test
    void nor_does_the_guard_without_nested_loops() throws IOException {
        var counting = text("count-scope-enrollment.sql");
        aLongJournalOfTheDistrict();
        var plan = db.execute((ConnectionCallback<String>) connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set enable_nestloop = off");
                try (var rows = statement.executeQuery("explain " + counting)) {
                    var lines = new StringJoiner("\n");
                    while (rows.next()) {
                        lines.add(rows.getString(1));
                    }
                    return lines.toString();
                } finally {
                    statement.execute("reset enable_nestloop");
                }
            }
        });

        assertThat(plan).containsPattern("journal_(run|row)_idx").doesNotContain("Seq Scan on journal");
    }

    @Test
    void the_story_of_a_person_in_a_long_journal_reads_a_few_pages() throws IOException {
        aLongJournalOfTheDistrict();
        var plan = String.join(
                "\n", db.queryForList("explain (analyze, buffers) " + text("tell-changes.sql"), String.class));

        assertThat(plan).contains("journal_row_idx");
        assertThat(plan.lines()
                        .filter(line -> line.contains("Buffers: shared hit="))
                        .findFirst())
                .hasValueSatisfying(
                        line -> assertThat(Integer.parseInt(line.replaceFirst(".*shared hit=(\\d+).*", "$1")))
                                .isLessThan(1000));
    }

    /** In the short journal of a small district any index of the district would do. */
    private void aLongJournalOfTheDistrict() {
        db.update("""
                insert into sync.journal (district_id, run_id, entity, action, id, before, after)
                select ?, 1000000 + n / 1000, 'student', 'update', 1000000 + n, '{"school_id": 1}', '{"school_id": 2}'
                from generate_series(1, 50000) n
                """, districtId());
        db.execute("analyze sync.journal");
    }

    @AfterEach
    void aShortOneAgain() {
        db.update("delete from sync.journal where district_id = ? and run_id >= 1000000", districtId());
    }

    private String plan(String statement) throws IOException {
        return String.join("\n", db.queryForList("explain " + text(statement), String.class));
    }

    private String text(String statement) throws IOException {
        var text = Files.readString(Path.of("routes/sql", statement));
        var person = one("select id from galileo.person where district_id = ?", Long.class, districtId());
        for (var parameter : PARAMETERS.entrySet()) {
            text = text.replaceAll(":\\?" + parameter.getKey() + "\\b", parameter.getValue());
        }
        return text.lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"))
                .replace(":?districtId", String.valueOf(districtId()))
                .replace(":?runId", "1")
                .replace(":?entity", "'person'")
                .replace(":?id", "'" + person + "'");
    }
}
