package org.galileok12.roster;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galileok12.simulator.LocalClever;
import org.jspecify.annotations.Nullable;

/** The sharing rules of the scenarios: one town each, all in one sharing.yaml. A town is for one test. */
enum TownRules {
    NORTH_ONLY("{include: {schools: [$north]}}"),
    NORTH_ONLY_BY_EXCLUDING("{exclude: {schools: [$south]}}"),
    KEPT_OUT("{include: {schools: [$north]}}"),
    ART_ONLY("{include: {sections: [$art]}}"),
    NORTH_AND_ART("{include: {schools: [$north], sections: [$art]}}"),
    NO_KINDERGARTEN("{exclude: {grades: [Kindergarten]}}"),
    GRADES_BY_LABEL("{include: {grades: ['12+', K]}}"),
    BOTH_SAID("{include: {schools: [$north, $south], grades: [5, K]}, exclude: {schools: [$south]}}"),
    PEOPLE("{include: {people: [$ben]}, exclude: {grades: [K], people: [$amy]}}"),
    NO_STAFF_NO_CONTACTS("{exclude: {roles: [staff, contact]}}"),
    STUDENTS_LEAVE("{exclude: {grades: [K]}}"),
    STUDENTS_LEAVE_ONE_BY_ONE("{exclude: {grades: [K]}}"),
    TEACHERS("{include: {schools: [$north]}}"),
    REMEMBERED("{include: {schools: [$north]}}"),
    COUNTED("{include: {schools: [$north]}}"),
    UNREADABLE("{exclude: {grades: [K]}}"),
    QUARANTINE("{exclude: {grades: [K]}}"),
    SECTION_IN_QUARANTINE("{include: {sections: [$art, $maths]}}"),
    NOTHING_MET("{exclude: {schools: [000000000000000000000001], grades: [PreKindergarten], people: [$amy]}}"),
    NOBODY_LEFT("{include: {grades: [5]}}"),
    BY_DEFAULT(null);

    private static final String DEFAULT = "{exclude: {roles: [staff]}}";

    private final @Nullable String rules;

    TownRules(@Nullable String rules) {
        this.rules = rules;
    }

    /** The town as it is at first; made anew it has the same ids. */
    SharingTown town(LocalClever clever) {
        return new SharingTown(clever, name());
    }

    /** The whole sharing.yaml. Makes and forgets the towns. */
    static String sharingYaml(LocalClever clever) {
        var entries = Stream.of(values())
                .filter(each -> each.rules != null)
                .map(each -> each.entry(each.town(clever)))
                .collect(Collectors.joining());
        clever.reset();
        return "default: " + DEFAULT + "\ndistricts:\n" + entries;
    }

    private String entry(SharingTown town) {
        return "  " + town.district.id() + ": " + town.withIds(String.valueOf(rules)) + "\n";
    }
}
