package org.galileok12.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedRosterTest {

    private static final GeneratedRoster demo = GeneratedRoster.demo();
    private static final GeneratedRoster large = GeneratedRoster.of(20_000, 3);

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 1999, 2000, 10_000})
    void paging_gives_each_record_once_in_ascending_order(int pageSize) {
        List<String> ids = ids(walk(demo, "users", pageSize));

        assertThat(ids)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(ids(walk(demo, "users", 500)).size());
        assertThat(ids).allMatch(id -> id.matches("[0-9a-f]{24}"));
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_other_ids() {
        PageQuery query = new PageQuery("v3.1", "users", 300, true, null, null);

        assertThat(GeneratedRoster.demo().page(query).bytes())
                .isEqualTo(demo.page(query).bytes());
        assertThat(ids(walk(GeneratedRoster.of(30, 1), "users", 50)))
                .doesNotContainAnyElementsOf(ids(walk(GeneratedRoster.of(30, 2), "users", 50)));
    }

    @Test
    void a_previous_link_leads_back_to_the_page_before() {
        RenderedPage first = demo.page(new PageQuery("v3.1", "users", 10, true, null, null));
        JsonNode second = parsed(demo.page(new PageQuery("v3.1", "users", 10, true, first.nextAfter(), null)));
        String before = second.at("/data/0/data/id").asText();

        JsonNode back = parsed(demo.page(new PageQuery("v3.1", "users", 10, true, null, before)));

        assertThat(back.path("data")).isEqualTo(parsed(first).path("data"));
    }

    @Test
    void the_demo_is_three_schools_with_six_hundred_students() {
        assertThat(walk(demo, "schools", 100))
                .extracting(school -> school.path("name").asText())
                .containsExactly("Demo Elementary School", "Demo Middle School", "Demo High School");
        assertThat(withRole(walk(demo, "users", 1000), "student")).hasSize(603);
        assertThat(walk(demo, "terms", 100)).hasSize(4);
        assertThat(walk(demo, "courses", 1000)).hasSizeGreaterThan(50);
    }

    @Test
    void every_oddity_of_real_rosters_is_in_the_demo() {
        List<JsonNode> users = walk(demo, "users", 1000);
        List<JsonNode> students = withRole(users, "student");
        Set<String> grades = new HashSet<>();
        students.forEach(each -> grades.add(each.at("/roles/student/grade").asText("absent")));

        assertThat(grades)
                .contains("InfantToddler", "Preschool", "PreKindergarten", "TransitionalKindergarten", "Kindergarten")
                .contains("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "PostGraduate")
                .contains("Other", "Ungraded", "");
        assertThat(students)
                .anyMatch(each -> each.at("/roles/student/grade").isNull())
                .anyMatch(each -> !each.at("/roles/student").has("grade"))
                .anyMatch(each -> each.at("/name/last").asText().contains("'"))
                .anyMatch(each -> each.at("/name/last").asText().matches(".*[à-ü].*"))
                .anyMatch(each -> each.at("/name/last").asText().codePoints().anyMatch(Character::isIdeographic))
                .anyMatch(each -> each.at("/roles/student/schools").size() == 2)
                .anyMatch(each -> !each.has("email"))
                .anyMatch(each -> each.path("email").asText().matches("[^@]+"))
                .anyMatch(each -> each.at("/roles/student/location").isNull());
        assertThat(students)
                .extracting(each -> each.at("/roles/student/dob").asText())
                .allMatch(dob -> dob.isEmpty() || dob.matches("[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"))
                .contains("");
        assertThat(users).anyMatch(each -> each.path("roles").size() == 2);
    }

    @Test
    void siblings_share_contacts_and_a_teacher_may_be_a_parent_under_one_email() {
        List<JsonNode> users = walk(demo, "users", 1000);
        List<JsonNode> contacts = withRole(users, "contact");
        Set<String> teachers = new HashSet<>();
        withRole(users, "teacher")
                .forEach(each -> teachers.add(each.path("email").asText("none")));

        assertThat(contacts)
                .anyMatch(
                        each -> each.at("/roles/contact/student_relationships").size() == 2)
                .anyMatch(each -> each.path("email").asText().contains("@")
                        && teachers.contains(each.path("email").asText()))
                .noneMatch(each -> each.path("name").has("first"));
    }

    @Test
    void sections_have_co_teachers_or_no_primary_one() {
        List<JsonNode> sections = walk(demo, "sections", 1000);

        assertThat(sections)
                .anyMatch(each -> each.path("teachers").size() == 2)
                .anyMatch(each ->
                        each.path("teacher").isNull() && each.path("teachers").size() == 1)
                .anyMatch(each -> each.path("teachers").isEmpty())
                .anyMatch(each -> each.path("course").isNull())
                .anyMatch(each -> each.path("term_id").isNull())
                .allMatch(each -> each.path("students").size() > 0);
    }

    @Test
    void every_reference_leads_to_a_record_also_after_a_change() {
        for (GeneratedRoster roster : List.of(demo, demo.changed(0.3, 5), GeneratedRoster.of(1, 1))) {
            Set<String> known = new HashSet<>();
            for (String collection : List.of("schools", "terms", "courses", "users")) {
                known.addAll(ids(walk(roster, collection, 1000)));
            }
            for (JsonNode section : walk(roster, "sections", 1000)) {
                List<String> references = new ArrayList<>();
                section.path("students").forEach(each -> references.add(each.asText()));
                section.path("teachers").forEach(each -> references.add(each.asText()));
                references.add(section.path("school").asText());
                assertThat(known).containsAll(references);
            }
            for (JsonNode contact : withRole(walk(roster, "users", 1000), "contact")) {
                assertThat(known)
                        .containsAll(contact.at("/roles/contact/student_relationships")
                                .findValuesAsText("student"));
            }
        }
    }

    @Test
    void at_scale_sections_have_25_students_and_students_three_sections() {
        List<JsonNode> sections = walk(large, "sections", 2000);
        long enrollments = sections.stream()
                .mapToLong(each -> each.path("students").size())
                .sum();

        assertThat(enrollments).isEqualTo(60_000);
        assertThat(enrollments / (double) sections.size()).isBetween(23.0, 25.0);
        assertThat(walk(large, "schools", 100)).hasSize(33);
        assertThat(withRole(walk(large.withoutContacts(), "users", 2000), "contact"))
                .isEmpty();
    }

    @Test
    void a_change_of_two_percent_touches_about_two_percent() {
        Map<String, JsonNode> before = byId(large);
        Map<String, JsonNode> after = byId(large.changed(0.02, 9));
        long gone =
                before.keySet().stream().filter(id -> !after.containsKey(id)).count();
        long arrived =
                after.keySet().stream().filter(id -> !before.containsKey(id)).count();
        long differing = before.keySet().stream()
                .filter(id -> after.containsKey(id) && !after.get(id).equals(before.get(id)))
                .count();

        assertThat(gone).isBetween(1L, 30L);
        assertThat(arrived).isBetween(1L, 30L);
        assertThat(differing / (double) before.size()).isBetween(0.015, 0.025);
    }

    @Test
    void after_an_ordinary_night_one_percent_left_one_percent_arrived_and_two_percent_changed() {
        Map<String, JsonNode> before = students(large);
        Map<String, JsonNode> after = students(large.afterNight(9));

        assertThat(only(before, after)).isBetween(150L, 250L);
        assertThat(only(after, before)).isEqualTo(200);
        assertThat(differing(before, after)).isBetween(340L, 460L);
    }

    @Test
    void when_every_student_changed_nearly_all_records_differ_but_no_name_and_nobody_left() {
        Map<String, JsonNode> before = students(large);
        Map<String, JsonNode> after = students(large.everyStudentChanged(9));

        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(differing(before, after)).isGreaterThan(19_000);
        assertThat(before)
                .allSatisfy((id, student) -> assertThat(after)
                        .hasEntrySatisfying(
                                id, changed -> assertThat(changed.path("name")).isEqualTo(student.path("name"))));
        assertThat(walk(large.everyStudentChanged(9), "sections", 2000)).isEqualTo(walk(large, "sections", 2000));
    }

    private static Map<String, JsonNode> students(GeneratedRoster roster) {
        Map<String, JsonNode> users = byId(roster);
        users.values().removeIf(user -> !user.path("roles").has("student"));
        return users;
    }

    private static long only(Map<String, JsonNode> these, Map<String, JsonNode> others) {
        return these.keySet().stream().filter(id -> !others.containsKey(id)).count();
    }

    private static long differing(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        return before.keySet().stream()
                .filter(id -> after.containsKey(id) && !after.get(id).equals(before.get(id)))
                .count();
    }

    @Test
    void rendered_pages_are_those_made_on_demand_and_showing_another_variant_drops_them() {
        GeneratedDistrict district = new GeneratedDistrict(demo);
        PageQuery query = new PageQuery("v3.1", "users", 100, true, null, null);
        byte[] made = district.page(query).bytes();

        district.renderAll("v3.1", 100);

        assertThat(district.page(query).bytes())
                .isEqualTo(made)
                .isSameAs(district.page(query).bytes());
        assertThat(district.records()).isGreaterThan(1000);
        district.show(demo.changed(0.5, 1));
        assertThat(district.page(query).bytes()).isNotEqualTo(made);
        assertThat(district.bytes()).isZero();
    }

    private static Map<String, JsonNode> byId(GeneratedRoster roster) {
        Map<String, JsonNode> records = new HashMap<>();
        walk(roster, "users", 2000).forEach(each -> records.put(each.path("id").asText(), each));
        return records;
    }

    private static List<JsonNode> walk(GeneratedRoster roster, String collection, int pageSize) {
        List<JsonNode> records = new ArrayList<>();
        @Nullable String after = null;
        do {
            RenderedPage page = roster.page(new PageQuery("v3.1", collection, pageSize, true, after, null));
            parsed(page).path("data").forEach(item -> records.add(item.path("data")));
            after = page.nextAfter();
        } while (after != null);
        return records;
    }

    private static JsonNode parsed(RenderedPage page) {
        return Asking.parsed(new String(page.bytes(), StandardCharsets.UTF_8));
    }

    private static List<String> ids(List<JsonNode> records) {
        return records.stream().map(each -> each.path("id").asText()).toList();
    }

    private static List<JsonNode> withRole(List<JsonNode> users, String role) {
        return users.stream().filter(each -> each.path("roles").has(role)).toList();
    }
}
