package org.galileok12.rules;

import java.util.List;
import java.util.stream.Collectors;

/** Tells that a rules file cannot be used: one line {@code file:line: sentence} per mistake. Nothing of the file is applied. */
public final class BrokenRules extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public BrokenRules(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** At least one; in the order of the file. */
    public List<Finding> findings() {
        return findings;
    }
}
