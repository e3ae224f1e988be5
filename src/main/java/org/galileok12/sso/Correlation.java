package org.galileok12.sso;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;

/** The code of an attempt, which a person reads out to support: short, by chance, without letters that look alike. */
final class Correlation {

    private static final String ATTRIBUTE = Correlation.class.getName();
    private static final char[] LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Correlation() {}

    /** The same for the whole request. */
    static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        var code = next();
        request.setAttribute(ATTRIBUTE, code);
        return code;
    }

    private static String next() {
        var code = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            code.append(LETTERS[RANDOM.nextInt(LETTERS.length)]);
        }
        return code.toString();
    }
}
