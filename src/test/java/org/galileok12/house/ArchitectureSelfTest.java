package org.galileok12.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureSelfTest {

    private final BadClasses classes;

    ArchitectureSelfTest(@TempDir Path folder) {
        classes = new BadClasses(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "rules, roster",
        "roster, run",
        "run, district",
        "district, command",
        "check, command",
        "check, district",
        "clever, rules",
        "rules, clever",
        "roster, clever",
        "check, clever",
        "command, clever",
        "roster, sso",
        "clever, sso"
    })
    void a_use_of_a_package_above_or_beside_is_found(String user, String used) throws IOException {
        classes.add(used + ".Used", "").add(user + ".User", "public org.galileok12." + used + ".Used field;");

        assertBroken(HouseRules.one_way(user));
    }

    @ParameterizedTest
    @CsvSource({"command, check", "command, district", "district, run", "run, roster", "roster, rules", "run, clever"})
    void a_use_of_a_package_below_is_fine(String user, String used) throws IOException {
        classes.add(used + ".Used", "").add(user + ".User", "public org.galileok12." + used + ".Used field;");

        assertKept(HouseRules.one_way(user));
    }

    @Test
    void a_cycle_is_found() throws IOException {
        classes.add("run.A", "public org.galileok12.roster.B b;").add("roster.B", "public org.galileok12.run.A a;");

        assertBroken(HouseRules.packages_form_no_cycle);
    }

    @Test
    void a_package_nobody_decided_on_is_found() throws IOException {
        classes.add("service.Grades", "");

        assertBroken(HouseRules.every_package_is_known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.sql.Connection", "javax.sql.DataSource"})
    void a_rule_that_knows_the_database_is_found(String type) throws IOException {
        classes.add("rules.Grades", "public " + type + " field;");

        assertBroken(HouseRules.rules_are_plain_java);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void wait1() throws Exception { Thread.sleep(1); }",
                "void wait2() throws Exception { Thread.sleep(1, 1); }",
                "void wait3() throws Exception { java.util.concurrent.TimeUnit.SECONDS.sleep(1); }"
            })
    void a_sleep_is_found(String method) throws IOException {
        classes.add("run.Sleeper", method);

        assertBroken(HouseRules.nobody_sleeps);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.time.Instant.now()",
                "java.time.LocalDate.now()",
                "java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC)",
                "System.currentTimeMillis()",
                "new java.util.Date()",
                "((java.util.function.Supplier<java.time.Instant>) java.time.Instant::now).get()"
            })
    void time_without_a_clock_is_found(String expression) throws IOException {
        classes.add("run.Timer", "public Object time() { return " + expression + "; }");

        assertBroken(HouseRules.time_comes_from_a_clock);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.time.Instant.now(java.time.Clock.systemUTC())",
                "System.nanoTime()",
                "new java.util.Date(5)"
            })
    void time_from_a_clock_and_the_measuring_of_spans_are_fine(String expression) throws IOException {
        classes.add("run.Timer", "public Object time() { return " + expression + "; }");

        assertKept(HouseRules.time_comes_from_a_clock);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RosterImpl", "RunManager", "PageHelper", "Utils", "GradeUtil", "GradeProcessor", "PageHandler"})
    void a_name_that_fits_every_class_is_found(String name) throws IOException {
        classes.add("run." + name, "");

        assertBroken(HouseRules.names_say_what_a_class_is);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new RuntimeException(cause)",
                "new IllegalStateException(cause)",
                "new java.io.UncheckedIOException((java.io.IOException) cause)",
                "((java.util.function.Function<Throwable, Throwable>) RuntimeException::new).apply(cause)"
            })
    void an_exception_without_words_is_found(String expression) throws IOException {
        classes.add("run.Thrower", "public Throwable failure(Throwable cause) { return " + expression + "; }");

        assertBroken(HouseRules.exceptions_have_words_of_their_own);
    }

    @Test
    void an_exception_of_ours_is_judged_by_what_it_passes_on() throws IOException {
        classes.addExtending("run.Wordy", "RuntimeException", "public Wordy(Throwable e) { super(\"page lost\", e); }")
                .add("run.Thrower", "public Throwable failure(Throwable cause) { return new Wordy(cause); }");
        assertKept(HouseRules.exceptions_have_words_of_their_own);

        classes.addExtending("run.Mute", "RuntimeException", "public Mute(Throwable e) { super(e); }");
        assertBroken(HouseRules.exceptions_have_words_of_their_own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.out.println();",
                "System.err.println();",
                "new IllegalStateException(\"\").printStackTrace();"
            })
    void printing_is_found_except_in_commands(String statement) throws IOException {
        classes.add("command.Printer", "public void print() { " + statement + " }");
        assertKept(HouseRules.only_commands_print);

        classes.add("run.Printer2", "public void print() { " + statement + " }");
        assertBroken(HouseRules.only_commands_print);
    }

    @Test
    void another_logging_system_is_found() throws IOException {
        classes.add("run.Talker", "public java.util.logging.Logger log;");

        assertBroken(HouseRules.logs_go_through_slf4j);
    }

    private void assertBroken(ArchRule rule) {
        assertThat(rule.evaluate(classes.compiled()).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    private void assertKept(ArchRule rule) {
        assertThat(rule.evaluate(classes.compiled()).getFailureReport().getDetails())
                .as(rule.getDescription())
                .isEmpty();
    }
}
