package org.galileok12.roster;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A service with a sharing rule and a hook before every statement; for tests over the whole of schema galileo. */
@TestPropertySource(properties = "sync.max-rejected=0.5")
@Import(RichScenario.Hook.class)
abstract class RichScenario extends SyncScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    StatementHook statements;

    @DynamicPropertySource
    static void rules(DynamicPropertyRegistry registry) {
        var routes =
                new RoutesCopy().write("rules/sharing.yaml", "default: {exclude: {grades: ['12']}}\ndistricts: {}\n");
        registry.add("routes.dir", routes::path);
    }

    @AfterEach
    void noHook() {
        statements.reset();
    }

    /** One value for all rows of all tables of schema galileo, read in one statement: equal exactly when they are. */
    String roster() {
        return one(
                tables("galileo").stream()
                        .map(table -> "select '" + table + " ' || t::text as line from galileo." + table + " t")
                        .collect(Collectors.joining(
                                " union all ",
                                "select coalesce(md5(string_agg(line, '|' order by line)), '') from (",
                                ") x")),
                String.class);
    }

    List<String> tables(String schema) {
        return db.queryForList(
                "select table_name::text from information_schema.tables where table_schema = ? and table_type = 'BASE TABLE' order by 1",
                String.class,
                schema);
    }

    /** Rows of the district in the scratch tables, checkpoints included. */
    long staged() {
        return tables("stage").stream()
                        .mapToLong(table -> one(
                                "select count(*) from stage." + table + " where district_id = ?",
                                Long.class,
                                districtId()))
                        .sum()
                + one("select count(*) from sync.run_collection where district_id = ?", Long.class, districtId());
    }

    List<String> runStates() {
        return db.queryForList(
                "select state from sync.run where district_id = ? order by run_id", String.class, districtId());
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Hook {
        @Bean
        StatementHook statementHook() {
            return new StatementHook();
        }
    }
}
