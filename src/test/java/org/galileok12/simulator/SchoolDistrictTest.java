package org.galileok12.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchoolDistrictTest {

    private static final LocalClever clever = LocalClever.start();
    private final Asking asking = new Asking(clever);
    private SchoolDistrict springfield = clever.district("Springfield");
    private ListedRecord north = springfield.school("North");

    @BeforeEach
    void a_fresh_district() {
        clever.reset();
        springfield = clever.district("Springfield");
        north = springfield.school("North");
    }

    @AfterAll
    static void stop() {
        clever.close();
    }

    @Test
    void ids_depend_on_the_name_and_the_order_of_making() {
        ListedPerson amy = springfield.student("Amy Ng", north);
        clever.reset();
        SchoolDistrict again = clever.district("Springfield");

        assertThat(again.id()).isEqualTo(springfield.id());
        assertThat(again.school("North").id()).isEqualTo(north.id());
        assertThat(again.student("Amy Ng").id()).isEqualTo(amy.id()).isGreaterThan(north.id());
    }

    @Test
    void fields_are_set_and_unset_between_requests() {
        ListedPerson amy = springfield.student("Amy Lou Ng", north).grade("4");
        String stamp = list("users").get(0).path("last_modified").asText();

        amy.set("/roles/student/location/city", "Lima").email(null).unset("/roles/student/dob");

        JsonNode shown = list("users").get(0);
        assertThat(shown.at("/name/first").asText()).isEqualTo("Amy Lou");
        assertThat(shown.at("/roles/student/grade").asText()).isEqualTo("4");
        assertThat(shown.at("/roles/student/school").asText()).isEqualTo(north.id());
        assertThat(shown.at("/roles/student/location/city").asText()).isEqualTo("Lima");
        assertThat(shown.get("email").isNull()).isTrue();
        assertThat(shown.at("/roles/student").has("dob")).isFalse();
        assertThat(shown.path("last_modified").asText()).isGreaterThan(stamp);
    }

    @Test
    void a_record_can_go_and_come_back() {
        ListedPerson amy = springfield.student("Amy Ng", north);
        amy.remove();
        assertThat(list("users")).isEmpty();

        amy.restore();

        assertThat(list("users")).extracting(each -> each.path("id").asText()).containsExactly(amy.id());
    }

    @Test
    void a_section_says_who_learns_and_teaches() {
        ListedPerson amy = springfield.student("Amy Ng", north);
        ListedPerson bo = springfield.student("Bo Li", north);
        ListedPerson ruth = springfield.teacher("Ruth Okafor", north);
        ListedPerson sam = springfield.teacher("Sam Poole", north);
        ListedRecord fall = springfield.term("Fall", "2025-08-18", "2025-12-19");
        ListedRecord maths = springfield.course("Maths 5", "M5");
        springfield
                .section("Maths 5 - Okafor - 2", north)
                .course(maths)
                .term(fall)
                .taughtBy(ruth, sam)
                .with(amy, bo)
                .without(amy);

        JsonNode shown = list("sections").get(0);

        assertThat(shown.path("students")).hasSize(1).first().isEqualTo(ListedRecord.node(bo));
        assertThat(shown.path("teacher").asText()).isEqualTo(ruth.id());
        assertThat(shown.path("teachers")).isEqualTo(ListedRecord.node(List.of(ruth, sam)));
        assertThat(shown.path("term_id").asText()).isEqualTo(fall.id());
        assertThat(shown.path("course").asText()).isEqualTo(maths.id());
    }

    @Test
    void a_new_id_is_followed_by_what_refers_to_it() {
        ListedPerson amy = springfield.student("Amy Ng", north);
        ListedSection section = springfield.section("Maths", north).with(amy);
        ListedPerson mother = springfield.contact("Mai Ng", amy);
        String before = amy.id();

        amy.newId();

        assertThat(amy.id()).isGreaterThan(mother.id()).isNotEqualTo(before);
        assertThat(list("users").toString() + list("sections")).doesNotContain(before);
        assertThat(section.json().at("/students/0").asText()).isEqualTo(amy.id());
        assertThat(mother.json()
                        .at("/roles/contact/student_relationships/0/student")
                        .asText())
                .isEqualTo(amy.id());
    }

    @Test
    void one_employee_can_have_several_roles() {
        ListedPerson ruth = springfield
                .teacher("Ruth Okafor", north)
                .alsoStaff("Principal", north)
                .alsoDistrictAdmin("Assessment lead")
                .noLonger("teacher");

        assertThat(ruth.json().path("roles").fieldNames()).toIterable().containsExactly("staff", "district_admin");
        assertThat(ruth.json().at("/roles/staff/schools/0").asText()).isEqualTo(north.id());
    }

    @Test
    void malformed_records_and_items_are_served_as_they_were_written() {
        springfield.student("Amy Ng", north);
        springfield.record("users", "{\"roles\":{\"student\":{}}}");
        springfield.record("users", "{\"id\":\"x\",\"name\":{\"first\":\"\\ud800\"}}");
        springfield.item("users", "\"just text\"");

        JsonNode data = asking.json("/v3.1/users?limit=3", springfield.token()).path("data");

        assertThat(springfield.count("users")).isEqualTo(4);
        assertThat(data.at("/1/data").has("id")).isFalse();
        assertThat(asking.walk("/v3.1/users?limit=1", springfield.token())).hasSize(4);
        assertThat(asking.get("/v3.1/users", "Bearer " + springfield.token()).body())
                .contains("\\ud800", ",\"just text\"]");
    }

    @Test
    void the_districts_own_object_can_be_changed() {
        springfield.state("paused").lastSync(null).unset("error").set("name", "Springfield Unified");

        JsonNode shown = asking.json("/v3.1/districts", springfield.token()).at("/data/0/data");

        assertThat(shown.path("state").asText()).isEqualTo("paused");
        assertThat(shown.get("last_sync").isNull()).isTrue();
        assertThat(shown.has("error")).isFalse();
        assertThat(shown.path("name").asText()).isEqualTo("Springfield Unified");
    }

    private List<JsonNode> list(String collection) {
        return asking.walk("/v3.1/" + collection, springfield.token());
    }
}
