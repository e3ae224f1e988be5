package org.galileok12.rules;

import org.jspecify.annotations.Nullable;

/**
 * Tells that one record cannot be staged and belongs into quarantine; the records around it are not affected. Carries the
 * place of the mistake and never a value of the record. Has no stack trace: it is an outcome, and may be thrown often.
 */
public final class BadRecord extends RuntimeException {

    public static final String NOT_AN_OBJECT = "not-an-object";
    public static final String ID_MISSING = "id-missing";
    public static final String ID_MALFORMED = "id-malformed";
    public static final String OTHER_DISTRICT = "other-district";
    public static final String MISSING = "missing";
    public static final String WRONG_TYPE = "wrong-type";
    public static final String REFERENCE_MALFORMED = "reference-malformed";
    public static final String DATE_MALFORMED = "date-malformed";
    public static final String TIMESTAMP_MALFORMED = "timestamp-malformed";

    private static final long serialVersionUID = 1L;

    private final @Nullable String cleverId;
    private final String rule;
    private final String pointer;

    BadRecord(@Nullable String cleverId, String rule, String pointer) {
        super(
                "Record %s is quarantined: %s at '%s'."
                        .formatted(cleverId == null ? "without id" : cleverId, rule, pointer),
                null,
                false,
                false);
        this.cleverId = cleverId;
        this.rule = rule;
        this.pointer = pointer;
    }

    /** Null when the id itself could not be read; the collection then plans no deactivation. */
    public @Nullable String cleverId() {
        return cleverId;
    }

    /** One of the constants of this class. */
    public String rule() {
        return rule;
    }

    /** JSON pointer into the record, such as {@code /students/3}; empty for the record as a whole. */
    public String pointer() {
        return pointer;
    }
}
