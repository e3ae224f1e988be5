package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields that are absent, new, unknown or strange: the record arrives all the same, and what was not understood is counted. */
class RecordFaultsTest extends SyncScenario {

    @Test
    void f31_absent_and_null_and_empty_fields_are_stored_as_null() {
        var absent = district.student("Amy Ng")
                .unset("/email")
                .unset("/roles/student/grade")
                .unset("/roles/student/school");
        var isNull = district.student("Bob Ng").set("/email", null).grade(null).set("/roles/student/school", null);
        var empty = district.student("Cy Ng").email("").grade("").set("/roles/student/school", "");

        syncDone();

        assertThat(List.of(absent, isNull, empty))
                .allSatisfy(one -> assertThat(student(one))
                        .containsEntry("email", null)
                        .containsEntry("grade_raw", null)
                        .containsEntry("school_id", null));
    }

    @Test
    void f33_an_unknown_grade_is_kept_raw_means_nothing_and_is_counted() {
        var amy = district.student("Amy Ng").grade("Kindergarten II");

        var result = syncDone();

        assertThat(student(amy))
                .containsEntry("grade_raw", "Kindergarten II")
                .containsEntry("grade", null)
                .containsEntry("grade_min", null)
                .containsEntry("grade_max", null);
        assertThat(result.report().at("/collections/users/unknown_values").asInt())
                .isEqualTo(1);
    }

    @Test
    void f33_an_unknown_role_leaves_the_role_rows_as_they_are() {
        var amy = district.student("Amy Ng", district.school("North"));
        syncDone();

        amy.noLonger("student").set("/roles/librarian", Map.of("level", "3"));
        syncDone();

        assertThat(isActive(amy)).isTrue();
        assertThat(student(amy)).containsEntry("active", true);
    }

    @Test
    void f34_fields_and_objects_that_we_do_not_know_are_ignored() {
        var amy = district.student("Amy Ng")
                .set("/brand_new", Map.of("deep", List.of(1, Map.of())))
                .set("/roles/student/brand_new", true);

        var result = syncDone();

        assertThat(isActive(amy)).isTrue();
        assertThat(result.report().path("quarantine")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025-13-45", "18.08.2025", "tomorrow"})
    void f40_a_malformed_date_is_stored_as_null_and_counted(String date) {
        var term = district.term("Fall", date, "2025-12-19");

        var result = syncDone();

        assertThat(rows(
                        "select start_date, end_date::text from galileo.term where district_id = ? and clever_id = ?",
                        districtId(),
                        term.id()))
                .hasToString("[{start_date=null, end_date=2025-12-19}]");
        assertThat(result.report().at("/collections/terms/values_dropped").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0001-01-01", "9999-12-31"})
    void f40_a_date_at_the_end_of_time_does_no_harm(String date) {
        var term = district.term("Fall", "2025-08-18", date);

        syncDone();

        assertThat(rows(
                        "select name from galileo.term where district_id = ? and clever_id = ?",
                        districtId(),
                        term.id()))
                .hasSize(1);
        assertThat(count(syncDone(), "term", "updated")).isZero();
    }

    static Stream<String> names() {
        var tenThousand = new Random(7)
                .ints(10_000, 0x4E00, 0x9FA0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Stream.of(
                "Zoë",
                "Zoe\u0308",
                "👩‍🏫🏽",
                "محمد علي",
                "שרה",
                "山田太郎",
                "O'Brien \"Bob\" \\N",
                "a\tb\nc\rd",
                "\u202Eevil",
                tenThousand);
    }

    @ParameterizedTest
    @MethodSource("names")
    void f37_text_of_any_kind_arrives_as_it_was_sent(String name) {
        var amy = district.student("Amy Ng").set("/name/last", name).set("/roles/student/sis_id", name);

        syncDone();

        assertThat(student(amy)).containsEntry("last_name", name).containsEntry("sis_id", name);
        assertThat(count(syncDone(), "person", "updated")).isZero();
    }

    @Test
    void f37_nul_characters_are_removed_and_counted_and_a_lone_surrogate_is_replaced() {
        var amy = district.student("Amy Ng").set("/name/last", "N\0g\0");
        var bob = district.student("Bob Ng").set("/name/last", "LONE");
        CLEVER.onPage("users", 1)
                .bytes(page -> new String(page, StandardCharsets.UTF_8)
                        .replace("LONE", "\\ud83d!")
                        .getBytes(StandardCharsets.UTF_8));

        var result = syncDone();

        assertThat(student(amy)).containsEntry("last_name", "Ng");
        assertThat(student(bob)).containsEntry("last_name", "\uFFFD!");
        assertThat(result.report().at("/collections/users/nuls_removed").asInt())
                .isEqualTo(2);
    }

    @Test
    void f37_bytes_that_are_no_utf_8_fail_the_run_instead_of_arriving_garbled() {
        var leaver = publishedClass(12);
        var garbled = CLEVER.onPage("users", 2)
                .bytes(page -> {
                    page[page.length / 2] = (byte) 0xFF;
                    return page;
                })
                .always();

        syncFails("CONTRACT");

        garbled.times(0);
        syncTakesOut(leaver);
    }

    private Map<String, Object> student(ListedPerson person) {
        return rows("""
                select p.email, p.last_name, s.* from galileo.student s join galileo.person p using (district_id, id)
                where district_id = ? and p.clever_id = ?
                """, districtId(), person.id()).get(0);
    }
}
