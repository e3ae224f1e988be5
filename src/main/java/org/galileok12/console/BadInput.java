package org.galileok12.console;

/** What the caller sent does not fit. The message says what would, and never quotes it. */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadInput(String sentence) {
        super(sentence);
    }
}
