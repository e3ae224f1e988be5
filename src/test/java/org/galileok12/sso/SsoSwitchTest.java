package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import org.galileok12.run.NeverSeen;
import org.galileok12.run.Retention;
import org.galileok12.run.RunRefused;
import org.galileok12.run.UnusableQuestion;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The switch of a district: what it takes, what it refuses, what is kept of it. */
class SsoSwitchTest extends AdmissionScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Retention retention;

    @Test
    void it_is_off_until_somebody_switches_it_on_for_all_roles_and_any_launch_date() {
        district.set("launch_date", "2031-08-17");
        syncDone();

        assertThat(ssoSwitch.show(district.id()).toString())
                .isEqualTo(
                        "{\"district\":\"%s\",\"on\":false,\"roles\":[\"district_admin\",\"staff\",\"teacher\",\"student\"],\"respectLaunchDate\":false,\"launchDate\":\"2031-08-17\",\"published\":true,\"disconnectedAt\":null}",
                        district.id());

        var answer = ssoSwitch.on(district.id(), null, null, OPS);

        assertThat(answer.toString())
                .isEqualTo(
                        "{\"district\":\"%s\",\"on\":true,\"roles\":[\"district_admin\",\"staff\",\"teacher\",\"student\"],\"respectLaunchDate\":false,\"launchDate\":\"2031-08-17\",\"sessionsEnded\":0}",
                        district.id());
        assertThat(decisions())
                .containsExactly(
                        "sso by Olga Ops: Single sign-on is on for district_admin, staff, teacher, student; sessions ended: 0.");
    }

    @Test
    void what_is_not_named_stays_as_it_is() {
        syncDone();
        ssoSwitch.on(district.id(), EnumSet.of(Role.STUDENT, Role.TEACHER), true, OPS);
        ssoSwitch.off(district.id(), OPS);

        var again = ssoSwitch.on(district.id(), null, null, OPS);

        assertThat(again.path("roles").toString()).isEqualTo("[\"teacher\",\"student\"]");
        assertThat(again.path("respectLaunchDate").asBoolean()).isTrue();
        assertThat(ssoSwitch
                        .on(district.id(), null, false, OPS)
                        .path("respectLaunchDate")
                        .asBoolean())
                .isFalse();
        assertThat(decisions())
                .containsExactly(
                        "sso by Olga Ops: Single sign-on is on for teacher, student, from the launch date on; sessions ended: 0.",
                        "sso by Olga Ops: Single sign-on is off; sessions ended: 0.",
                        "sso by Olga Ops: Single sign-on is on for teacher, student, from the launch date on; sessions ended: 0.",
                        "sso by Olga Ops: Single sign-on is on for teacher, student; sessions ended: 0.");
    }

    @Test
    void before_the_first_published_roster_it_cannot_be_switched_on_and_the_refusal_is_kept() {
        districtSync.sync(district.id(), true, org.galileok12.run.Progress.NONE);

        assertThatThrownBy(() -> ssoSwitch.on(district.id(), null, null, OPS))
                .isExactlyInstanceOf(RunRefused.class)
                .hasMessage(
                        "District %1$s has no published roster yet: nobody could be let in. First: sync %1$s.",
                        district.id());

        assertThat(ssoSwitch.show(district.id()).path("on").asBoolean()).isFalse();
        assertThat(decisions()).hasSize(1).first().asString().startsWith("sso by Olga Ops: Refused: District ");
    }

    @Test
    void for_a_disconnected_district_it_can_be_switched_off_only() {
        open();
        retention.disconnect(district.id(), OPS);

        assertThatThrownBy(() -> ssoSwitch.on(district.id(), null, null, OPS))
                .isExactlyInstanceOf(RunRefused.class)
                .hasMessageMatching("District \\S+ was disconnected at \\S+ by Olga Ops: nobody may sign in\\."
                        + " First: accept \\S+\\.");
        assertThat(ssoSwitch.off(district.id(), OPS).path("on").asBoolean()).isFalse();
    }

    @Test
    void a_purge_switches_it_off_and_forgets_who_signed_in() {
        var amy = district.student("Amy Ng", north);
        open();
        session(comesIn(amy));
        var filtered = "fedcba98765432100123%04x".formatted(districtId());
        db.update(
                "insert into sync.filtered_id (district_id, collection, clever_id, rule, run_id) values (?, 'users', ?, 'a rule', 1)",
                districtId(),
                filtered);
        isRefused(new Identity(filtered, district.id(), null), Reason.NOT_SHARED);
        leftLongAgo(amy);

        retention.purge(district.id(), false, OPS);

        // Whoever clicks again leaves nothing either.
        isRefused(amy, Reason.DISTRICT_DISCONNECTED);
        assertThat(one(
                        "select count(*) from sso.attempt where clever_id in (?, ?) or district_id = ? and person_id is not null",
                        Long.class,
                        amy.id(),
                        filtered,
                        districtId()))
                .isZero();
        assertThat(one(
                        "select count(*) from sso.spring_session where principal_name like ? || ':%'",
                        Long.class, String.valueOf(districtId())))
                .isZero();
        retention.accept(district.id(), OPS);
        assertThat(ssoSwitch.show(district.id()).path("on").asBoolean()).isFalse();
        isRefused(amy, Reason.NOT_PUBLISHED);
        syncDone();
        isRefused(amy, Reason.SSO_OFF);
    }

    @Test
    void a_purge_that_leaves_word_of_a_sign_in_is_undone() {
        var amy = district.student("Amy Ng", north);
        open();
        comesIn(amy);
        leftLongAgo(amy);
        db.execute("create rule keep as on delete to sso.attempt do instead nothing");
        try {
            assertThatThrownBy(() -> retention.purge(district.id(), false, OPS))
                    .hasMessageContaining("After the purge 1 synced rows were left");
        } finally {
            db.execute("drop rule keep on sso.attempt");
        }
        assertThat(one(
                        "select count(*) from galileo.person where district_id = ? and clever_id = ?",
                        Long.class,
                        districtId(),
                        amy.id()))
                .isEqualTo(1);
    }

    private void leftLongAgo(ListedPerson person) {
        retention.disconnect(district.id(), OPS);
        isRefused(person, Reason.DISTRICT_DISCONNECTED);
        db.update(
                "update sync.connection set disconnected_at = now() - interval '31 days' where clever_id = ?",
                district.id());
    }

    @Test
    void a_district_that_was_never_synchronised_or_is_none_is_named() {
        assertThatThrownBy(() -> ssoSwitch.on("0123456789abcdef01234567", null, null, OPS))
                .isInstanceOf(NeverSeen.class)
                .hasMessage("District 0123456789abcdef01234567 was never synchronised here. Check the id.");
        assertThatThrownBy(() -> ssoSwitch.show("0123456789abcdef01234567")).isInstanceOf(NeverSeen.class);
        assertThatThrownBy(() -> ssoSwitch.off("x", OPS)).isInstanceOf(UnusableQuestion.class);
    }
}
