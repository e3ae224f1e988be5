package org.galileok12.check;

/** What was tried does not work. The message is one sentence that can be shown to a person; it holds no secret. */
public class ProbeFailed extends Exception {

    private static final long serialVersionUID = 1L;

    public ProbeFailed(String sentence) {
        super(sentence);
    }

    public ProbeFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
