package org.galileok12.sso;

import java.io.Serial;
import java.util.List;

/** The files of GALILEO_SSO_KEYS cannot be used: one sentence for each mistake, with the file's name and nothing of its content. */
final class BrokenKeys extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BrokenKeys(List<String> sentences) {
        super(String.join("\n", sentences));
    }
}
