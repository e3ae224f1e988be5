package org.galileok12.rules;

/** What the rules say about one record, before the consequences of all records together are known. */
public enum Verdict {
    /** Staged, and nothing but Clever takes it away again. */
    SHARED,
    /** Not staged; its id is kept with the rule, and nothing else of it. */
    FILTERED,
    /** Staged with the rule's name in {@code only_if}: it stays only if something shared holds on to it. */
    CONDITIONAL
}
