package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions end where a launch date to come begins to count, as for everything else that takes the right to be in. */
class LaunchDateTest extends AdmissionScenario {

    private static final String LAST_YEARS = "2020-08-17";
    private static final String TO_COME = "2099-08-17";

    @SuppressWarnings("NullAway.Init")
    private Admitted amy;

    @SuppressWarnings("NullAway.Init")
    private Admitted ruth;

    @BeforeEach
    void twoPeopleAreSignedIn() {
        var student = district.student("Amy Ng", north);
        var teacher = district.teacher("Ruth Okafor", north);
        open();
        amy = comesIn(student);
        ruth = comesIn(teacher);
        session(amy);
        session(ruth);
    }

    @Test
    void respecting_a_launch_date_to_come_ends_all_sessions() {
        district.set("launch_date", TO_COME);
        syncDone();
        assertThat(hasSession(amy)).isTrue();

        assertThat(ssoSwitch
                        .on(district.id(), null, true, OPS)
                        .path("sessionsEnded")
                        .asInt())
                .isEqualTo(2);
        assertThat(hasSession(amy)).isFalse();
    }

    @Test
    void the_publish_that_puts_a_respected_launch_date_off_ends_all_sessions() {
        district.set("launch_date", LAST_YEARS);
        syncDone();
        ssoSwitch.on(district.id(), null, true, OPS);
        assertThat(hasSession(amy)).isTrue();

        district.set("launch_date", TO_COME);
        syncDone();

        assertThat(hasSession(amy)).isFalse();
        assertThat(hasSession(ruth)).isFalse();
    }

    @Test
    void expired_sessions_are_left_to_who_sweeps_them_and_one_of_nobody_ends() {
        db.update("update sso.spring_session set expiry_time = 0 where principal_name = ?", name(ruth));
        db.update(
                "update sso.spring_session set principal_name = ? where principal_name = ?",
                amy.districtId() + ":x",
                name(amy));

        assertThat(ssoSwitch.off(district.id(), OPS).path("sessionsEnded").asInt())
                .isEqualTo(1);
        assertThat(hasSession(ruth)).isTrue();
    }

    private static String name(Admitted who) {
        return who.districtId() + ":" + who.personId();
    }
}
