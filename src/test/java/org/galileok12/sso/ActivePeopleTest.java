package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.galileok12.run.Retention;
import org.galileok12.run.Rollbacks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the product is told of people's right to be in. */
@SuppressWarnings("NullAway.Init")
class ActivePeopleTest extends AdmissionScenario {

    private static final String NOBODY = "0123456789abcdef01234567";

    @Autowired
    private ActivePeople people;

    @Autowired
    private Retention retention;

    @Autowired
    private Rollbacks rollbacks;

    @Autowired
    private DataSource pool;

    @Test
    void each_id_is_answered_in_its_place_by_clever_id_or_ours() {
        var amy = district.student("Amy Ng", north);
        var ruth = district.teacher("Ruth Okafor", north).alsoStaff("Principal", north);
        var parent = district.contact("Mai Parent", amy);
        open();
        var number = String.valueOf(comesIn(amy).personId());

        var answer = people.of(List.of(ruth.id(), NOBODY, number, amy.id(), parent.id(), "999999999999999999"), null);

        assertThat(answer.toString())
                .isEqualTo(("[{'id':'%s','active':true,'roles':['staff','teacher']},"
                                + "{'id':'%s','active':false,'roles':[]},"
                                + "{'id':'%s','active':true,'roles':['student']},"
                                + "{'id':'%s','active':true,'roles':['student']},"
                                + "{'id':'%s','active':false,'roles':[]},"
                                + "{'id':'999999999999999999','active':false,'roles':[]}]")
                        .replace('\'', '"')
                        .formatted(ruth.id(), NOBODY, number, amy.id(), parent.id()));
        assertThat(people.of(List.of(amy.id()), district.id())
                        .get(0)
                        .path("active")
                        .asBoolean())
                .isTrue();
        assertThat(people.of(List.of(amy.id(), number), NOBODY).toString()).doesNotContain("true");
    }

    @Test
    void only_roles_that_the_district_lets_in_count_and_nobody_of_a_closed_one() {
        var amy = district.student("Amy Ng", north);
        var ruth = district.teacher("Ruth Okafor", north).alsoStaff("Principal", north);
        open();
        ssoSwitch.on(district.id(), EnumSet.of(Role.TEACHER), null, OPS);
        var ids = List.of(amy.id(), ruth.id());

        assertThat(roles(ids)).containsExactly("[]", "[\"teacher\"]");
        ssoSwitch.off(district.id(), OPS);
        assertThat(roles(ids)).containsExactly("[]", "[]");
        ssoSwitch.on(district.id(), EnumSet.allOf(Role.class), null, OPS);
        assertThat(roles(ids)).containsExactly("[\"student\"]", "[\"staff\",\"teacher\"]");
        retention.disconnect(district.id(), OPS);
        assertThat(roles(ids)).containsExactly("[]", "[]");
    }

    @Test
    void a_number_that_two_districts_have_is_active_only_if_it_is_in_both() {
        var amy = district.student("Amy Ng", north);
        open();
        var number = comesIn(amy).personId();
        var other = CLEVER.district("Same numbers as " + district.id());
        var bob = other.student("Bob Ode", other.school("South"));
        districtSync.sync(other.id(), false, org.galileok12.run.Progress.NONE);
        db.update("update galileo.person set id = ?, active = false where clever_id = ?", number, bob.id());

        assertThat(people.of(List.of(String.valueOf(number)), null)
                        .get(0)
                        .path("active")
                        .asBoolean())
                .isFalse();
        assertThat(people.of(List.of(String.valueOf(number)), district.id())
                        .get(0)
                        .path("active")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void who_was_switched_off_since_a_moment_is_listed_until_back() {
        var amy = district.student("Amy Ng", north);
        var bob = district.student("Bob Ode", north);
        district.student("Cy Poe", north);
        open();
        var begun = now();
        bob.remove();
        syncDone();
        var between = Instant.parse(
                people.leftSince(begun, district.id()).path("until").asText());
        amy.remove();
        syncDone();

        assertThat(left(begun)).containsExactly(bob.id(), amy.id());
        assertThat(left(between)).containsExactly(amy.id());
        amy.restore();
        syncDone();
        assertThat(left(begun)).containsExactly(bob.id());
        assertThat(StreamSupport.stream(
                                people.leftSince(begun, null).path("people").spliterator(), false)
                        .filter(person -> person.path("district").asText().equals(district.id()))
                        .map(person -> person.path("cleverId").asText()))
                .containsExactly(bob.id());
    }

    @Test
    void whom_a_roll_back_switches_off_again_is_listed_although_the_first_departure_is_long_ago() {
        var amy = district.student("Amy Ng", north);
        district.student("Bob Ode", north);
        open();
        amy.remove();
        syncDone();
        amy.restore();
        var back = syncDone();
        var begun = now();
        assertThat(left(begun)).isEmpty();

        rollbacks.rollback(back.runId(), OPS);

        assertThat(left(begun)).containsExactly(amy.id());
        isRefused(amy, Reason.HELD);
    }

    @Test
    void a_long_list_comes_in_parts_of_whole_moments() {
        open();
        // Three publications that switched 6,000 people off each.
        db.update("""
                insert into galileo.person (district_id, clever_id, origin, active, first_name, last_name, changed_at)
                select ?, lpad(to_hex(n), 24, '0'), 'clever', false, 'P', 'N',
                  timestamptz '2020-01-01 00:00:00Z' + interval '1 hour' * (n % 3)
                from generate_series(1, 18000) n
                """, districtId());

        var first = people.leftSince(Instant.parse("2019-12-31T00:00:00Z"), district.id());
        assertThat(first.path("people")).hasSize(12_000);
        assertThat(first.path("more").asBoolean()).isTrue();
        assertThat(first.path("until").asText()).isEqualTo("2020-01-01T01:00:00.000001Z");

        var second = people.leftSince(Instant.parse(first.path("until").asText()), district.id());
        assertThat(second.path("people")).hasSize(6_000);
        assertThat(second.has("more")).isFalse();
        assertThat(Instant.parse(second.path("until").asText())).isAfter(Instant.parse("2020-01-01T02:00:00Z"));
    }

    @Test
    void a_long_list_is_not_read_on_at_once_while_somebody_may_yet_come_before_its_end() throws Exception {
        open();
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            var begun = moment(connection);
            db.update("""
                    insert into galileo.person (district_id, clever_id, origin, active, first_name, last_name)
                    select ?, lpad(to_hex(n), 24, '0'), 'clever', false, 'P', 'N' from generate_series(1, 10000) n
                    """, districtId());
            var answer = people.leftSince(begun, district.id());
            connection.rollback();
            connection.setAutoCommit(true);

            assertThat(answer.path("people")).hasSize(10_000);
            assertThat(Instant.parse(answer.path("until").asText())).isBeforeOrEqualTo(begun);
            assertThat(answer.path("more").asBoolean()).isFalse();
        }
    }

    @Test
    void departures_are_known_up_to_the_beginning_of_the_oldest_transaction_only() throws Exception {
        open();
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            var begun = moment(connection);
            var until = people.leftSince(begun, district.id()).path("until").asText();
            connection.rollback();
            connection.setAutoCommit(true);

            assertThat(Instant.parse(until)).isBeforeOrEqualTo(begun);
            assertThat(Instant.parse(
                            people.leftSince(begun, district.id()).path("until").asText()))
                    .isAfter(begun);
        }
    }

    @Test
    void districts_from_which_nobody_may_be_in_are_listed_if_anybody_ever_could() {
        syncDone();
        assertThat(closed()).isEmpty();
        ssoSwitch.on(district.id(), null, null, OPS);
        assertThat(closed()).isEmpty();
        ssoSwitch.off(district.id(), OPS);
        assertThat(closed()).containsExactly(district.id());
    }

    @Test
    void a_district_before_its_launch_date_is_listed_where_it_respects_that() {
        district.set("launch_date", "2099-08-17");
        open();
        assertThat(closed()).isEmpty();

        ssoSwitch.on(district.id(), null, true, OPS);

        assertThat(closed()).containsExactly(district.id());
    }

    @Test
    void after_a_district_was_accepted_anew_nobody_may_be_in_until_a_run_has_published() {
        var amy = district.student("Amy Ng", north);
        open();
        retention.disconnect(district.id(), OPS);
        retention.accept(district.id(), OPS);

        isRefused(amy, Reason.NOT_PUBLISHED);
        assertThat(roles(List.of(amy.id()))).containsExactly("[]");
        assertThat(closed()).containsExactly(district.id());
        districtSync.sync(district.id(), true, org.galileok12.run.Progress.NONE);
        isRefused(amy, Reason.NOT_PUBLISHED);
        assertThat(ssoSwitch.show(district.id()).path("published").asBoolean()).isFalse();

        syncDone();

        comesIn(amy);
        assertThat(roles(List.of(amy.id()))).containsExactly("[\"student\"]");
        assertThat(closed()).isEmpty();
    }

    @Test
    void an_acceptance_of_a_district_that_had_not_left_keeps_nobody_out() {
        var amy = district.student("Amy Ng", north);
        open();

        retention.accept(district.id(), OPS);

        comesIn(amy);
    }

    private List<String> roles(List<String> ids) {
        return StreamSupport.stream(people.of(ids, district.id()).spliterator(), false)
                .map(person -> person.path("roles").toString())
                .toList();
    }

    private List<String> left(Instant since) {
        return StreamSupport.stream(
                        people.leftSince(since, district.id()).path("people").spliterator(), false)
                .map(person -> person.path("cleverId").asText())
                .toList();
    }

    private List<String> closed() {
        return StreamSupport.stream(
                        people.leftSince(now(), district.id()).path("districts").spliterator(), false)
                .map(com.fasterxml.jackson.databind.JsonNode::asText)
                .toList();
    }

    private Instant now() {
        return one("select now()", Timestamp.class).toInstant();
    }

    private static Instant moment(Connection connection) throws java.sql.SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select now()")) {
            rows.next();
            return rows.getTimestamp(1).toInstant();
        }
    }
}
