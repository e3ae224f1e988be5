package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.galileok12.run.Outcome;
import org.galileok12.run.PublishHolds;
import org.galileok12.run.Rollbacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Why the roster lets somebody in, or not. */
class AdmissionReasonsTest extends AdmissionScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private PublishHolds holds;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Rollbacks rollbacks;

    @Test
    void every_role_of_galileo_comes_in() {
        var amy = district.student("Amy Ng", north);
        var ruth = district.teacher("Ruth Okafor", north);
        var sue = district.staff("Sue Suther", north);
        var ada = district.districtAdmin("Ada Ash");
        open();

        assertThat(comesIn(amy).roles()).containsExactly(Role.STUDENT);
        assertThat(comesIn(ruth).roles()).containsExactly(Role.TEACHER);
        assertThat(comesIn(sue).roles()).containsExactly(Role.STAFF);
        assertThat(comesIn(ada).roles()).containsExactly(Role.DISTRICT_ADMIN);
    }

    @Test
    void s81_a_contact_is_refused_as_one_and_a_teacher_who_is_one_comes_in_as_a_teacher() {
        var amy = district.student("Amy Ng", north);
        var parent = district.contact("Mai Parent", amy);
        var ruth = district.teacher("Ruth Okafor", north).of(amy, "Mother", "family");
        open();

        isRefused(parent, Reason.CONTACT);
        assertThat(comesIn(ruth).roles()).containsExactly(Role.TEACHER);
        ssoSwitch.on(district.id(), EnumSet.of(Role.STUDENT), null, OPS);
        isRefused(ruth, Reason.ROLE_OFF);
        isRefused(parent, Reason.CONTACT);
    }

    @Test
    void s80_only_the_roles_of_the_district_come_in_and_only_in_them() {
        var amy = district.student("Amy Ng", north);
        var ruth = district.teacher("Ruth Okafor", north).alsoStaff("Principal", north);
        open();

        ssoSwitch.on(district.id(), EnumSet.of(Role.TEACHER), null, OPS);

        isRefused(amy, Reason.ROLE_OFF);
        assertThat(comesIn(ruth).roles()).containsExactly(Role.TEACHER);
    }

    @Test
    void s80_before_the_first_published_roster_and_while_it_is_off_nobody_comes_in() {
        var amy = district.student("Amy Ng", north);
        isRefused(amy, Reason.DISTRICT_UNKNOWN);
        districtSync.sync(district.id(), true, org.galileok12.run.Progress.NONE);
        isRefused(amy, Reason.NOT_PUBLISHED);
        syncDone();
        isRefused(amy, Reason.SSO_OFF);
        ssoSwitch.on(district.id(), null, null, OPS);
        comesIn(amy);
        ssoSwitch.off(district.id(), OPS);
        isRefused(amy, Reason.SSO_OFF);
    }

    @Test
    void s84_a_launch_date_to_come_keeps_people_out_only_where_the_district_respects_it() {
        var amy = district.student("Amy Ng", north);
        var today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
        district.set("launch_date", today.plusDays(30).toString());
        open();

        var admitted = comesIn(amy);
        ssoSwitch.on(district.id(), null, true, OPS);
        isRefused(amy, Reason.NOT_STARTED);
        assertThat(look(admitted)).isEqualTo(Reason.NOT_STARTED);

        district.set("launch_date", today.toString());
        syncDone();
        comesIn(amy);
        district.unset("launch_date");
        syncDone();
        comesIn(amy);
    }

    @Test
    void s82_whom_a_sharing_rule_keeps_out_is_not_shared() {
        var amy = district.student("Amy Ng", north);
        district.student("Bob Ode", north);
        open();
        db.update("""
                insert into sync.filtered_id (district_id, collection, clever_id, rule, run_id)
                values (?, 'users', ?, 'a rule', 1), (?, 'sections', ?, 'a rule', 1)
                """, districtId(), "0123456789abcdef00000001", districtId(), "0123456789abcdef00000002");

        isRefused(new Identity("0123456789abcdef00000001", district.id(), null), Reason.NOT_SHARED);
        isRefused(new Identity("0123456789abcdef00000002", district.id(), null), Reason.NOT_ROSTERED);
        comesIn(amy);
    }

    @Test
    void s82_whose_record_could_not_be_read_is_told_so_until_a_run_has_read_it() {
        for (int i = 0; i < 30; i++) {
            district.student("Student" + i + " Ng", north);
        }
        var amy = district.student("Amy Ng", north);
        amy.set("/roles/student/school", 7);
        open();

        isRefused(amy, Reason.QUARANTINED);
        amy.remove();
        syncDone();
        isRefused(amy, Reason.NOT_ROSTERED);
    }

    @Test
    void who_is_active_and_held_or_quarantined_comes_in() {
        for (int i = 0; i < 30; i++) {
            district.student("Student" + i + " Ng", north);
        }
        var amy = district.student("Amy Ng", north);
        open();
        amy.set("/roles/student/school", 7);
        syncDone();

        comesIn(amy);
    }

    @Test
    void s82_who_was_re_keyed_in_a_plan_that_waits_is_held() {
        var people = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> {
                    var person = district.student("Student" + i + " Ng", north);
                    person.sisId("S" + i);
                    return person;
                })
                .toList();
        open();
        people.forEach(person -> person.named("Other Name" + person.id()));
        var amy = people.get(0);
        amy.named("Student0 Other").newId();
        var result = sync();
        assertThat(result.outcome()).as(String.valueOf(result.reason())).isEqualTo(Outcome.HELD);

        isRefused(amy, Reason.HELD);
    }

    @Test
    void while_the_district_is_on_publish_hold_newcomers_and_people_of_a_roll_back_wait_for_the_release() {
        var amy = district.student("Amy Ng", north);
        open();
        var run = one("select max(run_id) from sync.run where district_id = ?", Long.class, districtId());
        rollbacks.rollback(run, OPS);
        var newcomer = district.student("New Comer", north);

        isRefused(amy, Reason.HELD);
        isRefused(createdAt(newcomer, now()), Reason.HELD);
        isRefused(createdAt(newcomer, now().minusSeconds(86_400)), Reason.NOT_ROSTERED);
    }

    @Test
    void who_left_before_a_publish_hold_is_deactivated_and_not_held() {
        var amy = district.student("Amy Ng", north);
        district.student("Bob Ode", north);
        open();
        amy.remove();
        syncDone();
        holds.hold(district.id(), OPS);

        isRefused(amy, Reason.DEACTIVATED);
    }

    @Test
    void somebody_signed_in_is_looked_up_with_name_grade_and_roles() {
        var amy = district.student("Amy Ng", north).grade("Other");
        var ruth = district.teacher("Ruth Okafor", north);
        open();

        var student = admission.look(signedIn(comesIn(amy)));
        assertThat(student.cleverId()).isEqualTo(amy.id());
        assertThat(student.district()).isEqualTo(district.id());
        assertThat(student.displayName()).isEqualTo("Amy Ng");
        assertThat(student.roles()).containsExactly(Role.STUDENT);
        assertThat(student.grade()).isEqualTo("6+");
        assertThat(student.gradeMin()).isEqualTo(6);
        assertThat(student.gradeMax()).isEqualTo(12);
        assertThat(student.toString()).doesNotContain("Amy");
        assertThat(admission.look(signedIn(comesIn(ruth))).grade()).isNull();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMITTED")
    void an_attempt_that_ended_earlier_is_one_row_and_one_count(Reason reason) {
        var before = counted(reason);
        var correlation = newCorrelation();

        admission.refused(reason, correlation);

        assertThat(attempt(correlation))
                .containsEntry("reason", reason.code())
                .containsEntry("clever_id", null)
                .containsEntry("person_id", null);
        assertThat(counted(reason)).isEqualTo(before + 1);
    }

    @Test
    void the_document_lists_every_reason_once_and_no_other() throws Exception {
        var document = Files.readString(Path.of("docs", "sso.md"));
        var section = document.split("\n## Who gets in")[1].split("\n## ")[0];
        var listed = Pattern.compile("^\\| `([a-z_]+)` \\|", Pattern.MULTILINE)
                .matcher(section)
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::code).toList());
    }

    private Reason look(Admitted who) {
        try {
            admission.look(signedIn(who));
            return Reason.ADMITTED;
        } catch (Refused refused) {
            return refused.reason();
        }
    }

    private Instant now() {
        return one("select now()", java.sql.Timestamp.class).toInstant();
    }
}
