package org.galileok12.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What every class keeps to, whoever wrote it. The rules are checked on our classes and, by their self-test, on bad ones. */
final class HouseRules {

    private static final String OURS = "org.galileok12";

    /**
     * Which feature may use which: one way, command → check, district → run → roster → rules. A package that is not here is found
     * by {@link #every_package_is_known}: adding one is a decision.
     */
    static final Map<String, Set<String>> MAY_USE = Map.of(
            "command", Set.of("check", "sso", "district", "run", "roster", "rules"),
            "console", Set.of("sso", "district", "run", "roster", "rules"),
            "sso", Set.of("district", "run", "roster", "rules", "clever"),
            "check", Set.of("run", "roster", "rules"),
            "district", Set.of("run", "roster", "rules", "clever"),
            "run", Set.of("roster", "rules", "clever"),
            "roster", Set.of("rules"),
            "rules", Set.of(),
            "clever", Set.of());

    static final ArchRule packages_form_no_cycle =
            slices().matching(OURS + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    static final ArchRule every_package_is_known = classes()
            .should()
            .resideInAnyPackage(
                    MAY_USE.keySet().stream().map(HouseRules::packageOf).toArray(String[]::new))
            .orShould()
            .resideInAPackage(OURS)
            .because("a new package is a decision: say in HouseRules what it may use");

    static final ArchRule rules_are_plain_java = noClasses()
            .that()
            .resideInAPackage(packageOf("rules"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..", "org.springframework..", "java.sql..", "javax.sql..")
            .because("a rule is a function of a record, to be tested without a context")
            .allowEmptyShould(true);

    static final ArchRule nobody_sleeps = classes()
            .should(notUse("a sleep", HouseRules::sleeps))
            .because("a test waits for a condition with Awaitility, the service for a trigger");

    static final ArchRule time_comes_from_a_clock = classes()
            .should(notUse("the system's time without a Clock", HouseRules::readsTheSystemsTime))
            .because("a test must be able to set the time");

    static final ArchRule names_say_what_a_class_is = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Processor|Handler)$")
            .because("such a name fits every class");

    static final ArchRule exceptions_have_words_of_their_own = classes()
            .should(notUse("an exception's constructor with nothing but a cause", HouseRules::wordless))
            .because("a message says what was read, where, what was expected and what to do");

    static final ArchRule only_commands_print = classes()
            .that()
            .resideOutsideOfPackage(packageOf("command"))
            .should(notUse("standard output or error", HouseRules::prints))
            .because("what the service has to say goes to its log")
            .allowEmptyShould(true);

    static final ArchRule logs_go_through_slf4j = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("Spring Boot configures one logging system");

    private HouseRules() {}

    /** No class of the feature uses a feature that the map does not allow it. */
    static ArchRule one_way(String feature) {
        var allowed = MAY_USE.getOrDefault(feature, Set.of());
        return noClasses()
                .that()
                .resideInAPackage(packageOf(feature))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours and not in " + feature + " or " + allowed,
                        used -> !isIn(used, feature)
                                && allowed.stream().noneMatch(name -> isIn(used, name))
                                && isOurs(used)))
                .allowEmptyShould(true);
    }

    private static boolean sleeps(JavaAccess<?> call) {
        var owner = call.getTargetOwner();
        return call.getName().equals("sleep")
                && (owner.isAssignableTo(Thread.class) || owner.isEquivalentTo(TimeUnit.class));
    }

    private static boolean prints(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        return switch (access.getName()) {
            case "out", "err" -> owner.isEquivalentTo(System.class);
            case "printStackTrace" -> owner.isAssignableTo(Throwable.class);
            default -> false;
        };
    }

    private static boolean readsTheSystemsTime(JavaAccess<?> call) {
        var owner = call.getTargetOwner();
        var parameters = parameters(call);
        return switch (call.getName()) {
            case "now" ->
                owner.isAssignableTo(TemporalAccessor.class)
                        && parameters.stream().noneMatch(type -> type.isAssignableTo(Clock.class));
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "<init>" -> owner.isEquivalentTo(Date.class) && parameters.isEmpty();
            default -> false;
        };
    }

    /** Our own exceptions may take a cause alone: their constructor then has to find words, and it is looked at as well. */
    private static boolean wordless(JavaAccess<?> call) {
        var parameters = parameters(call);
        return call.getName().equals("<init>")
                && call.getTargetOwner().isAssignableTo(Throwable.class)
                && !isOurs(call.getTargetOwner())
                && parameters.size() == 1
                && isThrowable(parameters.get(0));
    }

    /** A parameter's type comes without its parents when no class of ours uses it otherwise: then its name decides. */
    private static boolean isThrowable(JavaClass type) {
        return type.isAssignableTo(Throwable.class) || type.getSimpleName().matches(".*(Exception|Error)");
    }

    private static List<JavaClass> parameters(JavaAccess<?> access) {
        return access instanceof JavaCodeUnitAccess<?> call ? call.getTarget().getRawParameterTypes() : List.of();
    }

    private static boolean isOurs(JavaClass used) {
        return used.getPackageName().equals(OURS) || used.getPackageName().startsWith(OURS + ".");
    }

    private static boolean isIn(JavaClass used, String feature) {
        return (used.getPackageName() + ".").startsWith(OURS + "." + feature + ".");
    }

    private static String packageOf(String feature) {
        return OURS + "." + feature + "..";
    }

    /** Looks at calls, at fields and, unlike ArchUnit's own conditions, at method references too. */
    private static ArchCondition<JavaClass> notUse(String what, Predicate<JavaAccess<?>> isBad) {
        return new ArchCondition<>("not use " + what) {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                user.getAccessesFromSelf().stream()
                        .filter(isBad)
                        .forEach(access -> events.add(SimpleConditionEvent.violated(user, access.getDescription())));
            }
        };
    }
}
