package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.galileok12.run.Retention;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Section D of the cases: whom Clever vouches for, beside the roster. */
class RosterMatchTest extends AdmissionScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Retention retention;

    @Autowired
    @Qualifier("ssoPool") @SuppressWarnings("NullAway.Init")
    private HikariDataSource ssoPool;

    @Test
    void s50_somebody_who_is_not_in_the_roster_is_refused_and_nothing_is_created() {
        district.student("Amy Ng", north);
        open();
        var stranger = district.student("Stan Stranger", north);

        isRefused(stranger, Reason.NOT_ROSTERED);
    }

    @Test
    void s50_somebody_whom_clever_made_after_the_snapshot_arrives_with_the_next_sync_and_no_one_else_does() {
        district.student("Amy Ng", north);
        open();
        var begun = one("select started_at from sync.run where district_id = ?", java.sql.Timestamp.class, districtId())
                .toInstant();
        var newcomer = district.student("New Comer", north);

        isRefused(createdAt(newcomer, begun.plusMillis(1)), Reason.ARRIVES_LATER);
        isRefused(createdAt(newcomer, begun.minusMillis(1)), Reason.NOT_ROSTERED);
        isRefused(createdAt(newcomer, null), Reason.NOT_ROSTERED);
        syncDone();
        assertThat(comesIn(newcomer).roles()).containsExactly(Role.STUDENT);
    }

    @Test
    void s51_somebody_whom_the_last_sync_archived_is_refused_and_the_session_is_gone() {
        var amy = district.student("Amy Ng", north);
        district.student("Bob Ode", north);
        open();
        var admitted = comesIn(amy);
        session(admitted);
        amy.remove();

        syncDone();

        isRefused(amy, Reason.DEACTIVATED);
        assertThat(hasSession(admitted)).isFalse();
        assertRefused(() -> admission.look(signedIn(admitted)), Reason.DEACTIVATED);
    }

    @Test
    void s52_nobody_of_a_disconnected_district_comes_in_until_it_is_accepted_anew() {
        var amy = district.student("Amy Ng", north);
        open();
        var admitted = comesIn(amy);
        session(admitted);

        retention.disconnect(district.id(), OPS);

        isRefused(amy, Reason.DISTRICT_DISCONNECTED);
        assertThat(hasSession(admitted)).isFalse();
        assertRefused(() -> admission.look(signedIn(admitted)), Reason.DISTRICT_DISCONNECTED);
        retention.accept(district.id(), OPS);
        isRefused(amy, Reason.NOT_PUBLISHED);
        syncDone();
        comesIn(amy);
    }

    @Test
    void s53_the_same_clever_id_under_another_district_is_another_person() {
        var amy = district.student("Amy Ng", north);
        open();
        comesIn(amy);
        var other = CLEVER.district("Other than " + district.id());
        other.student("Bob Ode", other.school("South"));
        districtSync.sync(other.id(), false, org.galileok12.run.Progress.NONE);
        ssoSwitch.on(other.id(), null, null, OPS);

        isRefused(new Identity(amy.id(), other.id(), null), Reason.NOT_ROSTERED);
        isRefused(new Identity(amy.id(), "0123456789abcdef01234567", null), Reason.DISTRICT_UNKNOWN);
    }

    @Test
    void s54_an_e_mail_or_a_sis_id_of_somebody_else_opens_nothing() {
        var amy = district.student("Amy Ng", north).email("amy@north.example");
        amy.sisId("S-4711");
        open();
        comesIn(amy);
        var twin = district.student("Amy Ng", north).email("amy@north.example");
        twin.sisId("S-4711");

        isRefused(twin, Reason.NOT_ROSTERED);
    }

    @Test
    void s55_somebody_made_by_hand_has_no_clever_id_and_cannot_come_in_by_number() {
        var amy = district.student("Amy Ng", north);
        open();
        var byHand = one(
                "insert into galileo.person (district_id, first_name, last_name) values (?, 'By', 'Hand') returning id",
                Long.class,
                districtId());
        db.update("insert into galileo.student (district_id, id) values (?, ?)", districtId(), byHand);

        isRefused(new Identity(String.valueOf(byHand), district.id(), null), Reason.NOT_ROSTERED);
        assertRefused(
                () -> admission.look(new SignedIn(districtId(), byHand, Role.STUDENT, List.of(Role.STUDENT))),
                Reason.DEACTIVATED);
        comesIn(amy);
    }

    @Test
    void s56_a_new_clever_id_comes_in_as_the_same_person_only_when_the_sync_has_re_keyed_the_row() {
        var amy = district.student("Amy Ng", north);
        amy.sisId("S-1");
        district.student("Bob Ode", north).sisId("S-2");
        open();
        var before = comesIn(amy);
        var old = identity(amy);
        amy.newId();

        isRefused(amy, Reason.NOT_ROSTERED);
        syncDone();

        assertThat(comesIn(amy).personId()).isEqualTo(before.personId());
        isRefused(old, Reason.NOT_ROSTERED);
    }

    @Test
    void s56_a_new_clever_id_under_another_name_is_a_new_person() {
        var amy = district.student("Amy Ng", north);
        amy.sisId("S-1");
        district.student("Bob Ode", north).sisId("S-2");
        open();
        var before = comesIn(amy);
        var old = identity(amy);
        amy.named("Zoe Quite-Other").newId();

        syncDone();

        assertThat(comesIn(amy).personId()).isNotEqualTo(before.personId());
        isRefused(old, Reason.DEACTIVATED);
    }

    @Test
    void s57_roles_are_the_rosters_the_highest_first() {
        var ruth = district.teacher("Ruth Okafor", north)
                .alsoStaff("Principal", north)
                .alsoDistrictAdmin("Chief");
        var tom = district.teacher("Tom Tilling", north);
        open();

        assertThat(comesIn(ruth).roles()).containsExactly(Role.DISTRICT_ADMIN, Role.STAFF, Role.TEACHER);
        assertThat(comesIn(tom).roles()).containsExactly(Role.TEACHER);

        ruth.noLonger("district_admin");
        syncDone();
        assertThat(comesIn(ruth).roles()).containsExactly(Role.STAFF, Role.TEACHER);
    }

    @Test
    void s58_while_no_connection_is_free_nobody_comes_in_and_a_login_is_told_so_in_time() throws Exception {
        var amy = district.student("Amy Ng", north);
        open();
        comesIn(amy);
        var before = counted(Reason.ROSTER_DOWN);
        var taken = new ArrayList<Connection>();
        try {
            for (int i = 0; i < ssoPool.getMaximumPoolSize(); i++) {
                taken.add(ssoPool.getConnection());
            }
            var begun = System.nanoTime();

            assertRefused(() -> admission.admit(identity(amy), newCorrelation()), Reason.ROSTER_DOWN);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
            assertThat(counted(Reason.ROSTER_DOWN)).isEqualTo(before + 1);
            // The roster's own connections are not touched by it.
            syncDone();
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        comesIn(amy);
    }

    @Test
    void s58_an_attempt_that_cannot_be_written_down_lets_nobody_in() {
        var amy = district.student("Amy Ng", north);
        open();
        var admitted = counted(Reason.ADMITTED);
        db.execute("alter table sso.attempt rename to attempt_away");
        try {
            assertRefused(() -> admission.admit(identity(amy), newCorrelation()), Reason.ROSTER_DOWN);
            admission.refused(Reason.CANCELLED, newCorrelation());
        } finally {
            db.execute("alter table sso.attempt_away rename to attempt");
        }
        assertThat(counted(Reason.ADMITTED)).isEqualTo(admitted);
        comesIn(amy);
    }

    @Test
    void s59_a_login_during_a_sync_of_its_district_sees_the_old_roster_or_the_new_one_and_disturbs_nothing() {
        var ruth = district.teacher("Ruth Okafor", north);
        for (int i = 0; i < 30; i++) {
            district.student("Student" + i + " Ng", north);
        }
        open();
        var seen = new ConcurrentLinkedQueue<Set<Role>>();
        var goesOn = new AtomicBoolean(true);
        var logins = List.of(1, 2).stream()
                .map(one -> CompletableFuture.runAsync(() -> {
                    while (goesOn.get()) {
                        seen.add(Set.copyOf(admission
                                .admit(identity(ruth), newCorrelation())
                                .roles()));
                    }
                }))
                .toList();

        for (int i = 0; i < 3; i++) {
            ruth.alsoStaff("Principal", north).noLonger("teacher");
            syncDone();
            ruth.alsoTeacher(north).noLonger("staff");
            syncDone();
        }
        goesOn.set(false);

        assertThat(logins).allSatisfy(login -> assertThat(login).succeedsWithin(Duration.ofSeconds(10)));
        assertThat(seen).containsOnly(Set.of(Role.TEACHER), Set.of(Role.STAFF));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable login, Reason reason) {
        assertThatThrownBy(login)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
