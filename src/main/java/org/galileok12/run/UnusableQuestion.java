package org.galileok12.run;

/** What was asked for cannot be answered as it was asked; the message says what to ask instead. */
public class UnusableQuestion extends RunRefused {

    private static final long serialVersionUID = 1L;

    public UnusableQuestion(String sentence) {
        super(sentence);
    }
}
