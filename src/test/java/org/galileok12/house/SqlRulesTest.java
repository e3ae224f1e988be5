package org.galileok12.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlRulesTest {

    private static final String HEADER = """
            -- close.sql: closes what is gone; a second run changes nothing.
            --
            -- In   header districtId
            -- Out  the number of closed rows

            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void every_statement_keeps_the_rules() {
        assertThat(new SqlRules(Project.here()).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from stage.school where district_id = :?districtId::int",
                "select id from stage.school; -- see UPDATE; and ? and :name",
                "update galileo.school as target\nset name = 'SELECT; ?'\nwhere row(target.*) is distinct from row(target.*, 1)",
                "select id, 2 * 3 from stage.school where ids[1:2] = '{1}' and \"FROM\" = $$a;b$$",
                "select to_jsonb(school.*) from stage.school",
            })
    void a_good_statement_passes(String statement) throws IOException {
        assertThat(found(HEADER + statement)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1; select 2",
                "SELECT id from stage.school",
                "select id from stage.school Where true",
                "select * from stage.school",
                "select distinct * from stage.school",
                "select school.* from stage.school",
                "select id, school.* from stage.school",
                "select id from (select school.* from stage.school) as inner_school",
                "insert into a select 1 returning *",
                "select id from stage.school where name = ${body}",
                "select id from stage.school where name = '{{name}}'",
                "select id from stage.school where name = :#name",
                "select id from stage.school where name = ?",
                "select id from stage.school where name = :name",
                "",
                "-- nothing but words",
            })
    void a_fault_in_a_statement_is_found(String statement) throws IOException {
        assertThat(found(HEADER + statement)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"close.sql: closes", "-- In  ", "-- Out "})
    void a_header_that_lacks_something_is_found(String part) throws IOException {
        assertThat(HEADER).contains(part);

        assertThat(found(HEADER.replace(part, "-- ") + "select 1")).hasSize(1);
    }

    private List<String> found(String text) throws IOException {
        Files.createDirectories(folder.resolve("routes/sql"));
        Files.writeString(folder.resolve("routes/sql/close.sql"), text);
        return new SqlRules(new Project(folder)).findings();
    }
}
