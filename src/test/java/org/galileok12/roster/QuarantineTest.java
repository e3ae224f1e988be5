package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bad record goes to quarantine and the rest goes on; what the roster has of it stays, with all that hangs on it. */
class QuarantineTest extends SyncScenario {

    @ParameterizedTest
    @CsvSource({"'', id-missing", "'  ', id-missing", "'not-an-id', id-malformed"})
    void f32_a_record_without_a_readable_id_lets_nobody_of_its_collection_be_deactivated(String id, String rule) {
        var leaver = publishedClass(24);
        var bad = district.student("Bad Ode");
        var closed = district.section("Closed", district.school("South"));
        var both = syncDone();
        assertThat(count(both, "person", "deactivated")).isEqualTo(1);
        leaver.restore();
        syncDone();
        leaver.remove();
        closed.remove();
        bad.edit(fields -> fields.put("id", id));

        var result = syncIncomplete("users");

        assertThat(quarantine()).containsExactly(entry("users", null, rule, "/id"));
        assertThat(isActive(leaver)).isTrue();
        assertThat(isActive(bad)).isTrue();
        assertThat(count(result, "enrollment", "deactivated")).isZero();
        // Sections were read completely: there, missing means gone.
        assertThat(count(result, "section", "deactivated")).isEqualTo(1);
        bad.edit(fields -> fields.put("id", bad.id()));
        assertThat(count(syncDone(), "person", "deactivated")).isEqualTo(1);
        assertThat(isActive(leaver)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"null", "7", "{}", "[]"})
    void f32_an_id_that_is_no_text_is_no_id(String id) {
        publishedClass(24);
        district.record("users", "{\"id\":" + id + ",\"roles\":{\"student\":{}}}");

        syncIncomplete("users");

        assertThat(quarantine())
                .hasSize(1)
                .first()
                .extracting("collection", "clever_id", "pointer")
                .containsExactly("users", null, "/id");
    }

    @Test
    void f32_a_school_without_a_readable_id_stays_the_school_of_its_students_and_sections() {
        publishedClass(24);
        var south = district.school("South");
        for (int i = 0; i < 30; i++) {
            district.school("School " + i);
        }
        var amy = district.student("Amy Ng", south);
        var art = district.section("Art", south);
        syncDone();
        var where =
                "select p.id, p.school_id from galileo.%s p where p.district_id = ? and p.id = (select id from galileo.%s"
                        + " where clever_id = ?)";
        var student = rows(where.formatted("student", "person"), districtId(), amy.id());
        var section = rows(where.formatted("section", "section"), districtId(), art.id());

        south.edit(fields -> fields.put("id", ""));
        var result = syncIncomplete("schools");

        assertThat(count(result, "total", "updated")).isZero();
        assertThat(count(result, "total", "deactivated")).isZero();
        assertThat(rows(where.formatted("student", "person"), districtId(), amy.id()))
                .isEqualTo(student);
        assertThat(rows(where.formatted("section", "section"), districtId(), art.id()))
                .isEqualTo(section);
    }

    @Test
    void f35_what_hangs_on_a_quarantined_record_stays_as_it_was() {
        var bad = new Bad();
        syncDone();
        var before = roster();
        bad.all().forEach(record -> record.set("/name", List.of(7)));
        bad.student.set("/email", Map.of("work", "x"));
        bad.teacher.set("/email", 7);
        bad.contact.set("/roles/contact/phone", true);
        bad.section.set("/students", List.of(bad.student, 7));

        var result = syncDone();

        assertThat(roster()).isEqualTo(before);
        assertThat(quarantine())
                .contains(
                        entry("users", bad.student.id(), "wrong-type", "/email"),
                        entry("users", bad.teacher.id(), "wrong-type", "/email"),
                        entry("schools", bad.school.id(), "wrong-type", "/name"),
                        entry("terms", bad.term.id(), "wrong-type", "/name"),
                        entry("courses", bad.course.id(), "wrong-type", "/name"))
                .hasSize(7);
        assertThat(result.report().path("quarantine")).hasSize(7);
    }

    @Test
    void f35_somebody_in_quarantine_counts_as_present_while_another_leaves() {
        var leaver = publishedClass(24);
        var bad = district.student("Bad Ode", district.school("South"));
        syncTakesOut(leaver);
        leaver.restore();
        syncDone();
        leaver.remove();
        bad.set("/email", 7);

        var result = syncDone();

        assertThat(count(result, "person", "deactivated")).isEqualTo(1);
        assertThat(isActive(bad)).isTrue();
        assertThat(isActive(leaver)).isFalse();
    }

    @Test
    void f35_somebody_in_quarantine_who_was_switched_off_by_hand_keeps_the_classes() {
        publishedClass(24);
        var bad = district.student("Bad Ode", district.school("South"));
        district.section("Art", district.school("East")).with(bad);
        syncDone();
        db.update("update galileo.person set active = false where clever_id = ?", bad.id());
        bad.set("/roles", 7);
        var before = roster();

        syncDone();

        assertThat(roster()).isEqualTo(before);
    }

    @Test
    void f35_more_than_5_percent_of_bad_records_end_the_run_before_publication_and_are_listed() {
        var leaver = publishedClass(24);
        var bad = List.of(district.student("Bad One"), district.student("Bad Two"), district.student("Bad Three"));
        bad.forEach(one -> one.set("/email", 7));

        var result = syncFails("DATA");

        assertThat(result.reason()).contains("users: 3 of 27");
        assertThat(quarantine())
                .containsExactlyElementsOf(bad.stream()
                        .map(one -> entry("users", one.id(), "wrong-type", "/email"))
                        .toList());
        assertThat(result.report().path("quarantine")).hasSize(3);
        bad.forEach(ListedPerson::remove);
        syncTakesOut(leaver);
    }

    private List<Map<String, Object>> quarantine() {
        return rows("""
                select collection, clever_id, rule, pointer from sync.quarantine
                where district_id = ? and run_id = (select max(run_id) from sync.run where district_id = ?)
                order by entry
                """, districtId(), districtId());
    }

    private static Map<String, Object> entry(
            String collection, @org.jspecify.annotations.Nullable String id, String rule, String pointer) {
        var entry = new java.util.LinkedHashMap<String, Object>();
        entry.put("collection", collection);
        entry.put("clever_id", id);
        entry.put("rule", rule);
        entry.put("pointer", pointer);
        return entry;
    }

    /** One record of each kind that hangs together, among so many others that one bad record is less than 5 percent. */
    private final class Bad {

        final ListedRecord school = district.school("North");
        final ListedRecord term = district.term("Fall", "2025-08-18", "2025-12-19");
        final ListedRecord course = district.course("Maths 5", "M5");
        final ListedPerson student = district.student("Amy Ng", school);
        final ListedPerson teacher = district.teacher("Ruth Okafor", school);
        final ListedPerson contact = district.contact("Mai Ng", student);
        final org.galileok12.simulator.ListedSection section = district.section("Maths", school)
                .course(course)
                .term(term)
                .taughtBy(teacher)
                .with(student);

        Bad() {
            for (int i = 1; i <= 60; i++) {
                district.student("Student" + i + " Ode", school);
            }
            for (int i = 1; i <= 20; i++) {
                district.school("School " + i);
                district.term("Term " + i, "2025-08-18", "2025-12-19");
                district.course("Course " + i, "C" + i);
                district.section("Section " + i, school);
            }
        }

        List<ListedRecord> all() {
            return new ArrayList<>(List.of(school, term, course));
        }
    }
}
