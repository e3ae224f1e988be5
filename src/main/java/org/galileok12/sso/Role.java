package org.galileok12.sso;

import java.util.Locale;

/** What a person may sign in as, the one with the most rights first. A contact is never admitted. */
public enum Role {
    DISTRICT_ADMIN,
    STAFF,
    TEACHER,
    STUDENT;

    /** As in the database, in tokens and on the command line: {@code district_admin}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other text */
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
