package org.galileok12.sso;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a query what single sign-on looks at, and only if it can be read in one way: each name once, a value of printable
 * ASCII, not too long. Other parameters may be anything and are never looked at.
 */
final class ArrivalQuery {

    private static final Set<String> READ = Set.of("code", "state", "error");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{0,2048}");
    private static final int LONGEST = 8_192;

    private final Map<String, String> values;

    private ArrivalQuery(Map<String, String> values) {
        this.values = values;
    }

    /** Null when it cannot be read. */
    static @Nullable ArrivalQuery read(@Nullable String query) {
        Map<String, String> values = new HashMap<>();
        if (query == null) {
            return new ArrivalQuery(values);
        }
        if (query.length() > LONGEST) {
            return null;
        }
        for (var pair : query.split("&", -1)) {
            var equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (name != null && READ.contains(name)) {
                var value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
                if (value == null || !VALUE.matcher(value).matches() || values.put(name, value) != null) {
                    return null;
                }
            }
        }
        return new ArrivalQuery(values);
    }

    /** Null when it is not there. */
    @Nullable String value(String name) {
        return values.get(name);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** There, and blank. */
    boolean isBlank(String name) {
        var value = values.get(name);
        return value != null && value.isBlank();
    }

    private static @Nullable String decoded(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '%') {
                var code = i + 2 < text.length() ? number(text.substring(i + 1, i + 3)) : -1;
                if (code < 0) {
                    return null;
                }
                bytes.write(code);
                i += 2;
            } else {
                bytes.write(letter == '+' ? ' ' : letter < 0x80 ? letter : 0xff);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static int number(String twoDigits) {
        var high = Character.digit(twoDigits.charAt(0), 16);
        var low = Character.digit(twoDigits.charAt(1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
