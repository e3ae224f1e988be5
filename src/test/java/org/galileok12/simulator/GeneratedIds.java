package org.galileok12.simulator;

import java.nio.charset.StandardCharsets;

/** Clever ids of generated records: the seed, the kind and the number in 24 hex digits, so that one can be read back. */
record GeneratedIds(String prefix) {

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    static GeneratedIds of(long seed) {
        return new GeneratedIds(String.format("68%06x", Draw.mix(seed, 68) >>> 40));
    }

    String district() {
        return prefix + "0000000000000000";
    }

    String id(int kind, int index) {
        byte[] text = new byte[24];
        for (int at = 0; at < 8; at++) {
            text[at] = (byte) prefix.charAt(at);
        }
        text[8] = DIGITS[kind >>> 4];
        text[9] = DIGITS[kind & 15];
        long rest = index;
        for (int at = 23; at > 9; at--) {
            text[at] = DIGITS[(int) (rest & 15)];
            rest >>>= 4;
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    static int kind(String id) {
        return Integer.parseInt(id.substring(8, 10), 16);
    }

    static int index(String id) {
        return Integer.parseInt(id.substring(10), 16);
    }
}
