package org.galileok12.sso;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How hard a page is to read, by the known formulas over what a person sees of it. */
final class Readability {

    private static final Pattern ENGLISH_SYLLABLE = Pattern.compile("[aeiouy]+");
    private static final Pattern SILENT_E = Pattern.compile("(?<=[a-z]{2}[^aeioul])e$|(?<=[aeiou][^aeiou])e$");
    /** Two strong vowels, or one with an accent on the weak one, are two syllables. */
    private static final Pattern SPANISH_SYLLABLE =
            Pattern.compile("[iuü]?[aeoáéó][iuüy]?(?![a-z])|[iuü]?[aeoáéó][iuü]?|[íú]|[iuüy]+");

    private final List<String> sentences;
    private final List<String> words;

    /** @param html a page; headings and paragraphs count, and each ends a sentence. Buttons, names and codes would make it look easier */
    Readability(String html) {
        var text = html.replaceAll("(?s)<head>.*?</head>|<header>.*?</header>", " ")
                .replaceAll("(?s)<(a|button|strong)[ >].*?</\\1>", " ")
                .replaceAll("</(h1|p)>", ". ")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'");
        sentences = Arrays.stream(text.split("[.?!:]+"))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
        words = sentences.stream()
                .flatMap(sentence -> Arrays.stream(words(sentence)))
                .toList();
    }

    int longestSentence() {
        return sentences.stream()
                .mapToInt(sentence -> words(sentence).length)
                .max()
                .orElse(0);
    }

    /** Flesch-Kincaid: the school year that reads it. */
    double grade() {
        return 0.39 * words.size() / sentences.size() + 11.8 * syllables(Locale.ENGLISH) / words.size() - 15.59;
    }

    /** Szigriszt-Pazos, for Spanish: 65 and more is "fairly easy" on the INFLESZ scale. */
    double perspicuity() {
        return 206.835
                - 62.3 * syllables(Locale.forLanguageTag("es")) / words.size()
                - (double) words.size() / sentences.size();
    }

    private double syllables(Locale language) {
        return words.stream()
                .mapToLong(word -> language.equals(Locale.ENGLISH) ? english(word) : spanish(word))
                .sum();
    }

    static long english(String word) {
        var plain = SILENT_E.matcher(word.toLowerCase(Locale.ROOT)).replaceFirst("");
        return Math.max(1, ENGLISH_SYLLABLE.matcher(plain).results().count());
    }

    static long spanish(String word) {
        var plain = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFC)
                .replaceAll("(?<=[gq])u(?=[eiéí])", "");
        return Math.max(1, SPANISH_SYLLABLE.matcher(plain).results().count());
    }

    private static String[] words(String sentence) {
        return Arrays.stream(sentence.split("[^\\p{L}\\p{N}']+"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }
}
