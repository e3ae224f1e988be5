package org.galileok12.simulator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import net.datafaker.Faker;

/** Names made once per seed, so that a million records do not each ask the faker. Immutable. */
final class NamePool {

    private final List<Part> firsts;
    private final List<Part> lasts;
    private final List<Part> apostropheLasts;
    private final List<Part> accentedFirsts;
    private final List<Part> accentedLasts;
    private final List<Part> eastAsianFirsts;
    private final List<Part> eastAsianLasts;

    NamePool(long seed) {
        Faker english = new Faker(Locale.ENGLISH, new Random(seed));
        firsts = parts(1200, List.of(() -> english.name().firstName()));
        List<Part> plain = parts(2500, List.of(() -> english.name().lastName()));
        lasts = plain.stream().filter(part -> !part.text.contains("'")).toList();
        apostropheLasts = List.of("O'Neill", "D'Souza", "N'Diaye", "O'Brien-Hale", "De'Angelo").stream()
                .map(Part::of)
                .toList();
        List<Faker> accented = fakers(seed, Locale.FRENCH, new Locale("es"), Locale.GERMAN, new Locale("pt", "BR"));
        accentedFirsts = accented(parts(1500, firstNames(accented)));
        accentedLasts = accented(parts(1500, lastNames(accented)));
        List<Faker> eastAsian = fakers(seed, Locale.SIMPLIFIED_CHINESE, Locale.JAPANESE, Locale.KOREAN);
        eastAsianFirsts = parts(300, firstNames(eastAsian));
        eastAsianLasts = parts(300, lastNames(eastAsian));
    }

    /** The last name of a family: one in 25 with an apostrophe, one in 16 with accents, one in 60 of East Asia. */
    Part last(int family, Draw draw) {
        if (family % 60 == 9) {
            return draw.of(eastAsianLasts);
        }
        if (family % 25 == 4) {
            return draw.of(apostropheLasts);
        }
        return draw.of(family % 16 == 5 ? accentedLasts : lasts);
    }

    /** A first name that goes with the family's. */
    Part first(int family, Draw draw) {
        if (family % 60 == 9) {
            return draw.of(eastAsianFirsts);
        }
        return draw.of(family % 16 == 5 ? accentedFirsts : firsts);
    }

    private static List<Faker> fakers(long seed, Locale... locales) {
        return List.of(locales).stream()
                .map(locale -> new Faker(locale, new Random(seed)))
                .toList();
    }

    private static List<Supplier<String>> firstNames(List<Faker> fakers) {
        return fakers.stream()
                .<Supplier<String>>map(faker -> () -> faker.name().firstName())
                .toList();
    }

    private static List<Supplier<String>> lastNames(List<Faker> fakers) {
        return fakers.stream()
                .<Supplier<String>>map(faker -> () -> faker.name().lastName())
                .toList();
    }

    private static List<Part> parts(int draws, List<Supplier<String>> sources) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < draws; i++) {
            names.add(sources.get(i % sources.size()).get());
        }
        List<Part> parts = new ArrayList<>();
        names.forEach(name -> parts.add(Part.of(name)));
        return List.copyOf(parts);
    }

    private static List<Part> accented(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.text.chars().anyMatch(c -> c > 127))
                .toList();
    }

    /** A name and what is left of it in an e-mail address; "x" for a name without Latin letters. */
    record Part(String text, String slug) {
        static Part of(String text) {
            return new Part(text, PlausibleFields.slug(text));
        }
    }
}
