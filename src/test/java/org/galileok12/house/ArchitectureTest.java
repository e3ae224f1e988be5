package org.galileok12.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.galileok12");
    private static final JavaClasses EVERYTHING = new ClassFileImporter().importPackages("org.galileok12");

    @ParameterizedTest
    @MethodSource("features")
    void a_package_uses_only_the_packages_below_it(String feature) {
        HouseRules.one_way(feature).check(MAIN);
    }

    static Stream<String> features() {
        return HouseRules.MAY_USE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rulesForMain")
    void the_service_keeps(ArchRule rule) {
        rule.check(MAIN);
    }

    static Stream<ArchRule> rulesForMain() {
        return Stream.of(
                HouseRules.packages_form_no_cycle,
                HouseRules.every_package_is_known,
                HouseRules.rules_are_plain_java,
                HouseRules.only_commands_print,
                HouseRules.logs_go_through_slf4j);
    }

    @Test
    void nobody_sleeps_not_even_a_test() {
        HouseRules.nobody_sleeps.check(EVERYTHING);
    }

    @Test
    void time_comes_from_a_clock_even_in_tests() {
        HouseRules.time_comes_from_a_clock.check(EVERYTHING);
    }

    @Test
    void names_say_what_a_class_is() {
        HouseRules.names_say_what_a_class_is.check(EVERYTHING);
    }

    @Test
    void an_exception_always_has_words_of_its_own() {
        HouseRules.exceptions_have_words_of_their_own.check(EVERYTHING);
    }
}
