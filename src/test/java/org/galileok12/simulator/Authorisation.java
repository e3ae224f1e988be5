package org.galileok12.simulator;

import java.time.Instant;
import java.util.List;

/** One line of Clever's token list: a district that let the application in, with the token and its scopes. */
record Authorisation(String id, String token, Instant created, List<String> scopes) {

    /** What an application with Secure Sync is granted. */
    static final List<String> ROSTERING = List.of(
            "read:district_admins",
            "read:districts",
            "read:school_admins",
            "read:schools",
            "read:sections",
            "read:sis",
            "read:student_contacts",
            "read:students",
            "read:teachers",
            "read:user_id");

    /** What an application that may only sign people in is granted. */
    static final List<String> BASIC = List.of(
            "read:district_admins_basic",
            "read:school_admins_basic",
            "read:students_basic",
            "read:teachers_basic",
            "read:user_id");
}
