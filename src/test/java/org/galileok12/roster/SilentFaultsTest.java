package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.galileok12.command.ReportPrinter;
import org.galileok12.house.Canaries;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Faults that meet a student whose every value is a canary: neither the run's reason nor its report, quarantine or alerts
 * repeat one. That no log line does is checked after all tests.
 */
class SilentFaultsTest extends FaultScenario {

    private static final List<String> PLANTED = List.of(
            Canaries.FIRST_NAME,
            Canaries.LAST_NAME,
            Canaries.EMAIL,
            Canaries.USERNAME,
            Canaries.SIS_ID,
            Canaries.STUDENT_NUMBER,
            Canaries.TOKEN,
            Canaries.CLIENT_SECRET);

    @Test
    void a_row_that_the_roster_refuses_is_not_quoted() {
        var planted = planted();
        syncDone();
        db.execute("alter table galileo.person add constraint canary_stays check (active) not valid");
        planted.remove();
        try {
            assertSilent(syncFails("LOCAL"), "canary_stays");
        } finally {
            db.execute("alter table galileo.person drop constraint canary_stays");
        }
        assertSilent(syncDone(), "");
    }

    @Test
    void a_row_that_the_stage_refuses_is_not_quoted_although_copy_names_its_line() {
        planted();
        db.execute("alter table stage.person add constraint nobody_comes check (clever_id is null) not valid");
        try {
            assertSilent(syncFails("LOCAL"), "copy into stage.person");
        } finally {
            db.execute("alter table stage.person drop constraint nobody_comes");
        }
        assertSilent(syncDone(), "");
    }

    @Test
    void a_transaction_that_is_repeated_is_told_without_its_rows() {
        planted();
        db.execute("""
                create function public.echo() returns trigger language plpgsql as $$
                begin raise exception 'again' using errcode = '40001', detail = new::text; end $$""");
        db.execute("create trigger echo before insert on stage.person for each row execute function public.echo()");
        try {
            assertSilent(syncFails("LOCAL"), "40001");
        } finally {
            db.execute("drop function public.echo() cascade");
        }
        assertSilent(syncDone(), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id", "/email", "/name/last", "/roles/student/schools"})
    void a_bad_record_is_in_quarantine_with_its_place_and_without_its_words(String pointer) {
        publishedClass(25);
        planted().set(pointer, pointer.equals("/id") ? Canaries.LAST_NAME : List.of(Map.of("x", Canaries.EMAIL)));

        var result = pointer.equals("/id") ? syncIncomplete("users") : syncDone();

        assertThat(result.report().at("/quarantine/0/pointer").asText()).startsWith(pointer);
        assertSilent(result, "");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 429, 500})
    void an_answer_of_clevers_is_not_quoted(int status) {
        planted();
        syncDone();
        var text = String.join(" ", PLANTED);
        var fault = CLEVER.onPage("users", 1)
                .answer(
                        status,
                        Map.of(
                                "Retry-After",
                                "3600",
                                "X-Request-Id",
                                text,
                                "Content-Type",
                                "text/plain; x=" + Canaries.LAST_NAME),
                        text)
                .always();
        var before = roster();

        var result = sync();

        assertThat(result.reason()).isNotNull();
        assertSilent(result, "/v3.1/users");
        assertThat(roster()).isEqualTo(before);
        fault.times(0);
        syncDone();
    }

    @Test
    void a_next_link_of_clevers_is_not_quoted() {
        planted();
        CLEVER.onPage("users", 1)
                .next("https://" + Canaries.TOKEN + ".example/v3.1/users?starting_after=" + Canaries.SIS_ID);

        assertSilent(syncFails("CONTRACT"), "leaves the host");
    }

    @Test
    void a_token_that_clever_refuses_is_not_quoted() {
        planted();
        CLEVER.onPage("tokens", 1)
                .changed(list -> {
                    ((ObjectNode) list.at("/data/0")).put("access_token", Canaries.TOKEN);
                    return list;
                })
                .always();

        assertSilent(syncFails("AUTH"), "no other token");
    }

    @Test
    void a_client_secret_that_clever_refuses_is_not_quoted() {
        planted();
        try (var node = Node.start(CLEVER.url(), Canaries.CLIENT_SECRET)) {
            var result = node.districtSync().sync(district.id(), false, Progress.NONE);

            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertSilent(result, "/oauth/tokens");
        }
    }

    private ListedPerson planted() {
        return district.student(Canaries.FIRST_NAME + " " + Canaries.LAST_NAME, district.school("North"))
                .email(Canaries.EMAIL)
                .sisId(Canaries.SIS_ID)
                .set("/roles/student/student_number", Canaries.STUDENT_NUMBER)
                .set("/roles/student/credentials/district_username", Canaries.USERNAME);
    }

    private void assertSilent(RunResult result, String reason) {
        var printed = new StringWriter();
        new ReportPrinter(new PrintWriter(printed, true)).print(result);
        var said = result.reason()
                + result.report()
                + printed
                + rows("select run.* from sync.run run where district_id = ?", districtId())
                + rows("select * from sync.quarantine where district_id = ?", districtId())
                + rows("select * from sync.alert where district_id = ?", districtId())
                + rows("select * from sync.filtered_id where district_id = ?", districtId());
        // Not assertThat(said).doesNotContain(…): its message would print what it found.
        assertThat(PLANTED.stream()
                        .filter(canary -> said.toLowerCase(java.util.Locale.ROOT)
                                .contains(canary.toLowerCase(java.util.Locale.ROOT)))
                        .count())
                .isZero();
        assertThat(String.valueOf(result.reason())).contains(reason);
    }
}
