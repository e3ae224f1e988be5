package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who only looks like somebody made by hand becomes a row of his own; what cannot be told apart is asked. */
class AdoptionRefusedTest extends RosterScenario {

    @Test
    void another_last_name_is_somebody_else_and_asked_once() {
        var id = manual().person("Amy", "Jones", "amy", "student", "sis_id", "77");
        var amy = arrives("Amy Ng");

        refused(amy, 1);
        assertThat(alerts()).containsExactly("possible adoption, " + amy.id() + ", " + id);
        nothingLeftToDo();
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void a_missing_last_name_is_not_an_equal_one() {
        manual().insert("student", "id", manual().insert("person", "first_name", "Amy"), "sis_id", "77");
        var amy = arrives("Amy Ng").set("/name/last", null);

        refused(amy, 1);
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void of_two_candidates_neither_is_adopted_and_a_person_is_asked_once() {
        var first = manual().person("Amy", "Ng", "amy", "student", "sis_id", "77");
        manual().person("Ann", "Ng", "ann", "student", "sis_id", "77");
        var amy = arrives("Amy Ng");

        refused(amy, 2);
        assertThat(alerts()).containsExactly("possible adoption, " + amy.id() + ", " + first);
        nothingLeftToDo();
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void of_two_arrivals_for_one_row_neither_adopts_it() {
        manual().person("Amy", "Ng", "amy", "student", "sis_id", "77");
        var amy = arrives("Amy Ng");
        var ann = arrives("Ann Ng");

        var result = syncDone();

        assertThat(count(result, "person", "adopted")).isZero();
        assertThat(count(result, "person", "created")).isEqualTo(2);
        assertThat(alerts()).hasSize(2).allMatch(alert -> alert.startsWith("possible adoption"));
        assertThat(personId(amy)).isNotEqualTo(personId(ann));
    }

    @Test
    void another_role_is_somebody_else() {
        manual().person("Amy", "Ng", "amy", "teacher", "sis_id", "77");
        var amy = arrives("Amy Ng").set("/roles/student/credentials/district_username", "amy");

        refused(amy, 1);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void an_equal_email_alone_means_nothing() {
        var amy = arrives("Amy Ng").email("amy@school.example");
        manual().role(
                        manual().insert(
                                        "person",
                                        "first_name",
                                        "Amy",
                                        "last_name",
                                        "Ng",
                                        "email",
                                        "amy@school.example"),
                        "student",
                        "sis_id",
                        "78");

        refused(amy, 1);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_row_switched_off_by_hand_is_not_adopted() {
        var id = manual().insert("person", "last_name", "Ng", "active", false);
        manual().role(id, "student", "sis_id", "77");

        refused(arrives("Amy Ng"), 1);
    }

    @Test
    void a_district_can_switch_adoption_off() {
        manual().person("Amy", "Ng", "amy", "student", "sis_id", "77");
        db.update("update sync.connection set adopt = false where clever_id = ?", district.id());
        var amy = arrives("Amy Ng");

        refused(amy, 1);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_row_of_another_district_is_not_adopted() {
        manual().person("Amy", "Ng", "amy", "student", "sis_id", "77");
        var before = manualRows();
        var theirs = districtId();
        district = CLEVER.district(district.id() + " neighbour");

        refused(arrives("Amy Ng"), 0);
        assertThat(db.queryForList(
                        "select 'person ' || to_jsonb(p)::text from galileo.person p where district_id = ?",
                        String.class,
                        theirs))
                .isEqualTo(
                        before.stream().filter(row -> row.startsWith("person ")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "default"})
    void different_names_stay_different_in_every_locale(String collation) {
        for (var pair :
                Map.of("Иванов", "Петров", "李", "王", "Łuk", "Øuk", "Ng", "Ong").entrySet()) {
            assertThat(one(
                            "select sync.normalised_name(? collate \"%1$s\") <> sync.normalised_name(? collate \"%1$s\")"
                                    .formatted(collation),
                            Boolean.class,
                            pair.getKey(),
                            pair.getValue()))
                    .as(pair.toString())
                    .isTrue();
        }
    }

    private ListedPerson arrives(String name) {
        return district.student(name, district.school("North")).sisId("77");
    }

    private void refused(ListedPerson arrival, int people) {
        var before = people == 0 ? List.<String>of() : manualRows();
        var result = syncDone();
        assertThat(count(result, "person", "adopted")).isZero();
        assertThat(count(result, "student", "adopted")).isZero();
        assertThat(count(result, "person", "created")).isEqualTo(1);
        assertThat(manualRows()).isEqualTo(before);
        assertThat(before.stream().filter(row -> row.startsWith("person "))).hasSize(people);
        assertThat(active("student", arrival)).isTrue();
    }
}
