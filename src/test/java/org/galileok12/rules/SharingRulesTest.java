package org.galileok12.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.galileok12.rules.Delivered.DISTRICT;
import static org.galileok12.rules.Delivered.GRADES;
import static org.galileok12.rules.Delivered.json;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** In the tables A, B, C are schools, S and T sections, P the person at hand; each stands for a Clever id. */
class SharingRulesTest {

    private static final String ANY = "000000000000000000000000";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} | {1} => {2} {3}")
    @CsvFileSource(resources = "/org/galileok12/rules/sharing-of-people.csv", delimiter = '|')
    void people(String rules, String roles, Verdict verdict, @Nullable String rule, @Nullable String withoutRoles) {
        var user = json("{id: '%s', roles: %s}".formatted(id("P"), ids(roles)));

        var decision = sharing(rules).decide("users", user);

        var without = withoutRoles == null ? Set.<String>of() : Set.of(withoutRoles.split(" "));
        assertThat(decision).isEqualTo(new Decision(verdict, rule, without));
    }

    @ParameterizedTest(name = "{0} | {1} => {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            include.grades=9                    | S A | SHARED   |
            include.schools=A                   | S A | SHARED   |
            include.schools=A                   | S B | FILTERED | include.schools
            include.schools=A                   | S - | FILTERED | include.schools
            include.sections=S                  | S B | SHARED   |
            include.sections=S                  | T A | FILTERED | include.sections
            include.schools=A include.sections=S| S B | SHARED   |
            include.schools=A include.sections=S| T A | SHARED   |
            include.schools=A include.sections=S| T B | FILTERED | include.schools
            exclude.schools=A                   | S A | FILTERED | exclude.schools
            exclude.schools=A include.sections=S| S A | FILTERED | exclude.schools
            exclude.schools=A include.schools=A | S A | FILTERED | exclude.schools
            exclude.sections=S                  | S A | FILTERED | exclude.sections
            exclude.sections=S                  | T A | SHARED   |
            exclude.sections=S include.sections=S | S A | FILTERED | exclude.sections
            """)
    void sections(String rules, String section, Verdict verdict, @Nullable String rule) {
        var record = json("{id: '%s', school: '%s'}".formatted(id(section.substring(0, 1)), id(section.substring(2))));

        assertThat(sharing(rules).decide("sections", record)).isEqualTo(new Decision(verdict, rule, Set.of()));
    }

    @ParameterizedTest(name = "{0} | {1} => {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            exclude.roles=contact                | A | SHARED      |
            include.schools=A                    | A | SHARED      |
            include.schools=A                    | B | FILTERED    | include.schools
            include.schools=A include.sections=S | A | SHARED      |
            include.schools=A include.sections=S | B | CONDITIONAL | include.schools
            include.sections=S                   | A | CONDITIONAL | include.sections
            exclude.schools=A                    | A | FILTERED    | exclude.schools
            exclude.schools=A include.schools=A  | A | FILTERED    | exclude.schools
            exclude.schools=A                    | B | SHARED      |
            """)
    void schools(String rules, String school, Verdict verdict, @Nullable String rule) {
        var decision = sharing(rules).decide("schools", json("{id: '" + id(school) + "'}"));

        assertThat(decision).isEqualTo(new Decision(verdict, rule, Set.of()));
    }

    @ParameterizedTest
    @CsvSource({"terms", "courses"})
    void terms_and_courses_are_always_shared(String collection) {
        var decision = sharing("include.schools=A include.sections=S").decide(collection, json("{id: '" + ANY + "'}"));

        assertThat(decision).isEqualTo(Decision.SHARED);
    }

    @ParameterizedTest
    @CsvSource({"'{}'", "'[]'", "'{id: 5}'", "'{id: \"P\", roles: {student: {grade: 9}}}'"})
    void a_record_without_a_readable_id_is_passed_on_to_quarantine(String record) {
        assertThat(sharing("exclude.grades=9 include.schools=A").decide("users", json(record)))
                .isEqualTo(Decision.SHARED);
    }

    @Test
    void a_district_with_an_entry_of_its_own_does_not_have_the_default() {
        var rules = load("default: {exclude: {roles: [contact]}}\ndistricts: {%s: {include: {people: [%s]}}}\n"
                .formatted(DISTRICT, id("P")));

        assertThat(rules.forDistrict(ANY).values()).containsExactly("exclude.roles=contact");
        assertThat(rules.forDistrict(ANY).narrows()).isTrue();
        assertThat(rules.forDistrict(DISTRICT).values()).containsExactly("include.people=" + id("P"));
        assertThat(rules.forDistrict(DISTRICT).narrows()).isFalse();
        assertThat(rules.forDistrict(DISTRICT).includedPeople()).containsExactly(id("P"));
    }

    @Test
    void the_delivered_rules_share_everything() {
        var sharing = SharingRules.load(Delivered.RULES.resolve("sharing.yaml"), GRADES)
                .forDistrict(DISTRICT);

        assertThat(sharing.narrows()).isFalse();
        assertThat(sharing.values()).isEmpty();
    }

    @Test
    void a_value_that_meets_no_record_is_reported() {
        var sharing = sharing("include.schools=A,B include.grades=K,Other exclude.people=P,Q include.sections=S");
        var matches = sharing.newMatches();

        sharing.decide("schools", json("{id: '" + id("A") + "'}"), matches);
        sharing.decide("users", json(ids("{id: 'P', roles: {student: {grade: '9', school: 'B'}}}")), matches);
        sharing.decide(
                "users", json(ids("{id: 'T', roles: {student: {grade: 'Kindergarten', school: 'A'}}}")), matches);

        assertThat(matches.unmatched())
                .containsExactly(
                        "include.schools=" + id("B"),
                        "include.grades=Other",
                        "include.sections=" + id("S"),
                        "exclude.people=" + id("Q"));
        assertThat(matches.matched()).hasSize(3);
        assertThat(sharing.includedSections()).containsExactly(id("S"));
    }

    @Test
    void a_resumed_run_goes_on_with_what_it_had_matched() {
        var sharing = sharing("include.schools=A,B");
        var matches = sharing.newMatches();

        matches.restore(Set.of("include.schools=" + id("B"), "exclude.roles=contact"));

        assertThat(matches.unmatched()).containsExactly("include.schools=" + id("A"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            include: {grades: [K, 9, Grade 9]} | 2 | 'Grade 9' is neither a grade of Clever's nor a label in grades.yaml.
            include: {schools: [Pine School]}  | 2 | At /default/include/schools/0: does not match the regex pattern
            exclude: {roles: [parent]}         | 2 | At /default/exclude/roles/0: does not have a value in the enumeration
            exclude: {classes: []}             | 2 | At /default/exclude: property 'classes' is not defined
            exlude: {roles: [contact]}         | 2 | At /default: property 'exlude' is not defined
            """)
    void a_mistake_is_refused_with_its_line(String rules, int line, String sentence) {
        assertThatThrownBy(() -> load("default:\n  " + rules + "\n"))
                .isInstanceOf(BrokenRules.class)
                .hasMessageContaining("sharing.yaml:" + line + ": " + sentence);
    }

    private SharingRules load(String yaml) {
        return SharingRules.load(Delivered.variant(folder, "sharing.yaml", yaml), GRADES);
    }

    private DistrictSharing sharing(String rules) {
        return sharing(folder, rules);
    }

    /** From words such as {@code include.schools=A,B exclude.grades=K}. */
    static DistrictSharing sharing(Path folder, String rules) {
        var sides = Arrays.stream(rules.split(" "))
                .filter(rule -> !rule.isBlank())
                .collect(Collectors.groupingBy(
                        rule -> rule.substring(0, rule.indexOf('.')),
                        Collectors.mapping(
                                rule -> rule.substring(rule.indexOf('.') + 1).replace("=", ": [") + "]",
                                Collectors.joining(", ", "{", "}"))));
        var yaml = ids("default: " + sides.toString().replace("=", ": "));
        return SharingRules.load(Delivered.variant(folder, "sharing.yaml", yaml), GRADES)
                .forDistrict(DISTRICT);
    }

    static String id(String letter) {
        return letter.equals("-") ? "" : Integer.toHexString(letter.charAt(0)).repeat(12);
    }

    /** Replaces each letter that stands for an id. */
    static String ids(String text) {
        var result = new StringBuilder();
        for (var word : text.split("(?<=\\W)|(?=\\W)")) {
            result.append(word.matches("[ABCPQST]") ? id(word) : word);
        }
        return result.toString();
    }
}
