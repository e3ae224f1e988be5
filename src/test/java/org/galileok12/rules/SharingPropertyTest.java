package org.galileok12.rules;

import static org.galileok12.rules.Delivered.json;
import static org.galileok12.rules.SharingRulesTest.id;
import static org.galileok12.rules.SharingRulesTest.ids;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What holds for any combination of rules and any person. */
class SharingPropertyTest {

    private static Path folder = Path.of("");

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("sharing");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        for (var name : Set.of("sharing.yaml", "sharing.schema.json")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
    }

    @Property(tries = 200)
    boolean exclude_beats_include_for_a_person(@ForAll("rules") String rules, @ForAll("users") String user) {
        var decision = decide(rules + " exclude.people=P include.people=P", user);
        return decision.equals(Decision.filtered("exclude.people"));
    }

    @Property(tries = 200)
    boolean a_person_included_by_name_is_shared_in_every_role(
            @ForAll("rules") String rules, @ForAll("users") String user) {
        return decide(rules + " include.people=P", user).equals(Decision.SHARED);
    }

    @Property(tries = 200)
    boolean an_excluded_role_is_never_staged(@ForAll("rules") String rules, @ForAll("users") String user) {
        var decision = decide(rules.replaceAll("exclude.roles=\\w+", "") + " exclude.roles=student", user);
        return !user.contains("student")
                || !decision.staged()
                || decision.withoutRoles().contains("student");
    }

    @Property(tries = 200)
    boolean a_student_of_excluded_schools_only_is_never_staged(@ForAll("rules") String rules) {
        var more = rules.replaceAll("exclude.schools=\\w+", "") + " exclude.schools=A,B";
        return !decide(more, "{student: {school: 'A', schools: ['A', 'B'], grade: '9'}}")
                .staged();
    }

    @Property(tries = 200)
    boolean a_rule_stands_with_every_verdict_but_shared(@ForAll("rules") String rules, @ForAll("users") String user) {
        var decision = decide(rules, user);
        return (decision.verdict() == Verdict.SHARED) == (decision.rule() == null);
    }

    @Provide
    Arbitrary<String> rules() {
        return Arbitraries.of(
                        "include.schools=A",
                        "include.grades=9",
                        "include.roles=student",
                        "include.sections=S",
                        "exclude.schools=B",
                        "exclude.grades=10",
                        "exclude.roles=staff",
                        "exclude.sections=T")
                .set()
                .map(set -> set.stream().sorted().collect(Collectors.joining(" ")));
    }

    @Provide
    Arbitrary<String> users() {
        var school = Arbitraries.of("{}", "{school: 'A', grade: '9'}", "{schools: ['B', 'A']}", "{school: 'C'}");
        var roles = Arbitraries.of("student", "teacher", "staff", "district_admin", "contact")
                .set()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Combinators.combine(roles, school)
                .as((names, role) ->
                        names.stream().map(name -> name + ": " + role).collect(Collectors.joining(", ", "{", "}")));
    }

    private static Decision decide(String rules, String roles) {
        var user = json("{id: '%s', roles: %s}".formatted(id("P"), ids(roles)));
        return SharingRulesTest.sharing(folder, rules).decide("users", user);
    }
}
