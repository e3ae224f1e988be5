package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.Retention;
import org.galileok12.run.Rollbacks;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sessions end in the transaction that takes the right to be in, and no others do. */
@SuppressWarnings("NullAway.Init")
class EndedSessionsTest extends AdmissionScenario {

    @Autowired
    private Rollbacks rollbacks;

    @Autowired
    private Retention retention;

    private ListedPerson amy;
    private Admitted amySignedIn;
    private Admitted ruthSignedIn;
    private ListedPerson ruth;

    @BeforeEach
    void twoPeopleAreSignedIn() {
        amy = district.student("Amy Ng", north);
        ruth = district.teacher("Ruth Okafor", north);
        district.contact("Mai Parent", amy);
        open();
        amySignedIn = comesIn(amy);
        ruthSignedIn = comesIn(ruth);
        session(amySignedIn);
        session(amySignedIn);
        session(ruthSignedIn);
    }

    @Test
    void s71_the_publish_that_switches_somebody_off_ends_all_sessions_of_that_one_person() {
        amy.remove();
        syncDone();

        assertThat(hasSession(amySignedIn)).isFalse();
        assertThat(hasSession(ruthSignedIn)).isTrue();
        assertThat(one(
                        "select count(*) from sso.spring_session_attributes a where not exists (select from sso.spring_session s where s.primary_id = a.session_primary_id)",
                        Long.class))
                .isZero();
    }

    @Test
    void s71_sessions_of_another_district_stay() {
        var other = CLEVER.district("Beside " + district.id());
        var bob = other.student("Bob Ode", other.school("South"));
        districtSync.sync(other.id(), false, Progress.NONE);
        ssoSwitch.on(other.id(), null, null, OPS);
        var bobSignedIn = admission.admit(new Identity(bob.id(), other.id(), null), newCorrelation());
        session(bobSignedIn);

        ssoSwitch.off(district.id(), OPS);

        assertThat(hasSession(amySignedIn)).isFalse();
        assertThat(hasSession(bobSignedIn)).isTrue();
    }

    @Test
    void s71_who_keeps_a_person_but_no_role_that_signs_in_loses_the_session() {
        ruth.of(amy, "Mother", "family");
        syncDone();
        assertThat(hasSession(ruthSignedIn)).isTrue();

        ruth.noLonger("teacher");
        syncDone();

        assertThat(isActive(ruth)).isTrue();
        assertThat(hasSession(ruthSignedIn)).isFalse();
    }

    @Test
    void s71_a_dry_run_ends_nothing_and_neither_does_a_publish_that_fails() {
        amy.remove();
        districtSync.sync(district.id(), true, Progress.NONE);
        assertThat(hasSession(amySignedIn)).isTrue();

        db.execute("""
                create function sync.refuse_publishing() returns trigger language plpgsql as $$
                begin raise 'refused by the test'; end $$""");
        db.execute("""
                create trigger refuse_publishing before update of published_at on sync.run
                for each row execute function sync.refuse_publishing()""");
        try {
            assertThat(sync().outcome()).isEqualTo(Outcome.FAILED);
        } finally {
            db.execute("drop trigger refuse_publishing on sync.run");
            db.execute("drop function sync.refuse_publishing");
        }
        assertThat(hasSession(amySignedIn)).isTrue();

        syncDone();
        assertThat(hasSession(amySignedIn)).isFalse();
    }

    @Test
    void s71_a_rollback_ends_the_sessions_of_those_whom_it_switches_off() {
        var bob = district.student("Bob Ode", north);
        var run = syncDone();
        var bobSignedIn = comesIn(bob);
        session(bobSignedIn);

        rollbacks.rollback(run.runId(), OPS);

        assertThat(hasSession(bobSignedIn)).isFalse();
        assertThat(hasSession(amySignedIn)).isTrue();
    }

    @Test
    void s71_a_disconnect_ends_all_sessions_of_the_district() {
        retention.disconnect(district.id(), OPS);

        assertThat(hasSession(amySignedIn)).isFalse();
        assertThat(hasSession(ruthSignedIn)).isFalse();
    }

    @Test
    void s71_a_publish_and_the_sessions_that_it_ends_are_one_transaction() {
        amy.remove();

        refusedAtCommit(() -> assertThat(sync().outcome()).isNotEqualTo(Outcome.DONE));

        assertThat(hasSession(amySignedIn)).isTrue();
        assertThat(isActive(amy)).isTrue();
        syncDone();
        assertThat(hasSession(amySignedIn)).isFalse();
        assertThat(isActive(amy)).isFalse();
    }

    @Test
    void s71_a_rollback_and_the_sessions_that_it_ends_are_one_transaction() {
        var bob = district.student("Bob Ode", north);
        var run = syncDone();
        var bobSignedIn = comesIn(bob);
        session(bobSignedIn);

        refusedAtCommit(() ->
                assertThatThrownBy(() -> rollbacks.rollback(run.runId(), OPS)).isNotNull());

        assertThat(hasSession(bobSignedIn)).isTrue();
        assertThat(isActive(bob)).isTrue();
    }

    @Test
    void s71_the_switch_and_the_sessions_that_it_ends_are_one_transaction() {
        refusedAtCommit(() ->
                assertThatThrownBy(() -> ssoSwitch.off(district.id(), OPS)).isNotNull());

        assertThat(hasSession(amySignedIn)).isTrue();
        comesIn(amy);
    }

    @Test
    void s71_a_disconnect_and_the_sessions_that_it_ends_are_one_transaction() {
        refusedAtCommit(() -> assertThatThrownBy(() -> retention.disconnect(district.id(), OPS))
                .isNotNull());

        assertThat(hasSession(amySignedIn)).isTrue();
        comesIn(amy);
    }

    @Test
    void s71_the_switch_ends_the_sessions_of_roles_that_it_closes() {
        assertThat(ssoSwitch
                        .on(district.id(), EnumSet.of(Role.TEACHER), null, OPS)
                        .path("sessionsEnded")
                        .asInt())
                .isEqualTo(2);

        assertThat(hasSession(amySignedIn)).isFalse();
        assertThat(hasSession(ruthSignedIn)).isTrue();
        assertThat(ssoSwitch.off(district.id(), OPS).path("sessionsEnded").asInt())
                .isEqualTo(1);
        assertThat(hasSession(ruthSignedIn)).isFalse();
    }

    /** Whatever ends a session is refused at the very end: had anything been committed before, it would stay. */
    private void refusedAtCommit(Runnable decision) {
        db.execute("""
                create function sso.refuse_commit() returns trigger language plpgsql as $$
                begin raise 'refused by the test'; end $$""");
        db.execute("""
                create constraint trigger refuse_commit after delete on sso.spring_session
                deferrable initially deferred for each row execute function sso.refuse_commit()""");
        try {
            decision.run();
        } finally {
            db.execute("drop trigger refuse_commit on sso.spring_session");
            db.execute("drop function sso.refuse_commit");
        }
    }

    private boolean isActive(ListedPerson person) {
        return one(
                "select active from galileo.person where district_id = ? and clever_id = ?",
                Boolean.class,
                districtId(),
                person.id());
    }
}
