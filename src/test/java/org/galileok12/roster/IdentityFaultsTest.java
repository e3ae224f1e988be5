package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.Test;

/** Who is who, when ids and references are not as one would wish. */
class IdentityFaultsTest extends SyncScenario {

    @Test
    void f39_the_same_sis_id_in_two_districts_is_two_people() {
        var amy = district.student("Amy Ng", district.school("North")).sisId("4711");
        var other = CLEVER.district("Neighbour of " + district.id());
        var herNamesake = other.student("Amy Ng", other.school("North")).sisId("4711");
        syncDone();
        var before = idOf(amy);

        assertThat(districtSync.sync(other.id(), false, Progress.NONE).outcome())
                .isEqualTo(Outcome.DONE);

        assertThat(rows("select district_id from galileo.person where clever_id in (?, ?)", amy.id(), herNamesake.id()))
                .hasSize(2);
        assertThat(idOf(amy)).isEqualTo(before);
        assertThat(count(syncDone(), "person", "updated")).isZero();
    }

    @Test
    void f42_a_section_may_list_people_and_a_school_that_we_do_not_have_and_gets_them_when_they_arrive() {
        var north = district.school("North");
        var south = district.school("South");
        var amy = district.student("Amy Ng", north);
        var ruth = district.teacher("Ruth Okafor", north);
        district.section("Maths", south).taughtBy(ruth).with(amy, district.student("Bob Ode", north));
        List.of(south, amy, ruth).forEach(each -> each.remove());

        var first = syncDone();

        assertThat(count(first, "enrollment", "created")).isEqualTo(1);
        assertThat(count(first, "teaching", "created")).isZero();
        assertThat(first.report().path("references"))
                .hasToString("{\"enrollment.student\":1,\"teaching.teacher\":2,\"section.school\":1}");

        List.of(south, amy, ruth).forEach(each -> each.restore());
        var second = syncDone();

        assertThat(count(second, "enrollment", "created")).isEqualTo(1);
        assertThat(count(second, "teaching", "created")).isEqualTo(1);
        assertThat(second.report().path("references")).isEmpty();
        assertThat(one("select count(school_id) from galileo.section where district_id = ?", Long.class, districtId()))
                .isEqualTo(1);
    }

    @Test
    void f44_a_clever_id_replaced_for_the_same_person_keeps_the_row_and_its_enrollments() {
        publishedClass(12);
        var amy = district.student("Amy Ng", district.school("South")).sisId("4711");
        district.section("Art", district.school("East")).with(amy);
        syncDone();
        var before = idOf(amy);

        amy.newId();
        var result = syncDone();

        assertThat(count(result, "person", "rekeyed")).isEqualTo(1);
        assertThat(count(result, "person", "deactivated")).isZero();
        assertThat(count(result, "enrollment", "deactivated")).isZero();
        assertThat(idOf(amy)).isEqualTo(before);
    }

    @Test
    void f44_a_sis_id_given_to_somebody_else_is_a_new_person_and_an_entry_for_a_person_to_look_at() {
        var amy = district.student("Amy Ng", district.school("South")).sisId("4711");
        syncDone();
        var before = idOf(amy);

        amy.newId().named("Zoe Okafor");
        var result = syncDone();

        assertThat(count(result, "person", "created")).isEqualTo(1);
        assertThat(idOf(amy)).isNotEqualTo(before);
        assertThat(one(
                        "select active from galileo.person where district_id = ? and id = ?",
                        Boolean.class,
                        districtId(),
                        before))
                .isFalse();
        assertThat(rows("select kind, clever_id, id from sync.alert where district_id = ?", districtId()))
                .containsExactly(Map.of("kind", "possible re-key", "clever_id", amy.id(), "id", before));
    }

    @Test
    void f45_one_person_as_teacher_and_as_contact_is_two_rows_even_with_one_email() {
        var north = district.school("North");
        var teacher = district.teacher("Ruth Okafor", north).email("ruth@okafor.example");
        var contact = district.contact("Ruth Okafor", district.student("Amy Ng", north))
                .email("ruth@okafor.example");

        syncDone();

        assertThat(idOf(teacher)).isNotEqualTo(idOf(contact));
        assertThat(count(syncDone(), "person", "updated")).isZero();
    }

    @Test
    void f50_an_id_that_reappears_is_the_same_row_again_with_its_history() {
        var leaver = publishedClass(12);
        var before = idOf(leaver);
        syncTakesOut(leaver);

        leaver.restore();
        syncDone();

        assertThat(idOf(leaver)).isEqualTo(before);
        assertThat(isActive(leaver)).isTrue();
        assertThat(rows("""
                        select active_until is null as open from galileo.enrollment
                        where district_id = ? and student_id = ? order by active_from
                        """, districtId(), before))
                .extracting(row -> row.get("open"))
                .containsExactly(false, true);
    }

    private long idOf(ListedPerson person) {
        return one(
                "select id from galileo.person where district_id = ? and clever_id = ?",
                Long.class,
                districtId(),
                person.id());
    }
}
