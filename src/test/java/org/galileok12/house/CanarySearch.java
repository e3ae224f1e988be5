package org.galileok12.house;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Looks for planted values in files: as they are in any case, as they look in a URL, and within Base64 (an Authorization header). */
final class CanarySearch {

    private record Form(String name, String text, boolean anyCase) {}

    private final List<Form> forms = new ArrayList<>();

    CanarySearch(Map<String, String> canaries) {
        canaries.forEach((name, value) -> {
            for (var text : Set.copyOf(Arrays.asList(value, URLEncoder.encode(value, StandardCharsets.UTF_8)))) {
                forms.add(new Form(name, text.toLowerCase(Locale.ROOT), true));
            }
            withinBase64(value).forEach(text -> forms.add(new Form(name, text, false)));
        });
    }

    /** One finding a line and canary; it names the canary and not its value, nor the line's text. */
    List<String> findings(Path file) throws IOException {
        var findings = new LinkedHashSet<String>();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            var number = 0;
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                var lower = line.toLowerCase(Locale.ROOT);
                for (var form : forms) {
                    if ((form.anyCase() ? lower : line).contains(form.text())) {
                        findings.add("%s:%d: holds canary %s".formatted(file, number, form.name()));
                    }
                }
            }
        }
        return List.copyOf(findings);
    }

    /** The part of the encoding that does not depend on the neighbours, for each of the three places where a value can begin. */
    private static Set<String> withinBase64(String value) {
        var found = new LinkedHashSet<String>();
        for (var before = 0; before < 3; before++) {
            var bytes = ("x".repeat(before) + value).getBytes(StandardCharsets.UTF_8);
            var encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            var begin = (before * 8 + 5) / 6;
            var end = bytes.length * 8 / 6;
            found.add(encoded.substring(begin, end));
        }
        return found;
    }
}
