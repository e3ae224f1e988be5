package org.galileok12.house;

import java.util.Map;

/**
 * Made-up values for tests to plant where real ones are personal or secret. None may show up in any log of the test run; {@code
 * LogCanaryCheck} reads them all. A test that plants one must not put it into its own name or print it.
 */
public final class Canaries {

    public static final String FIRST_NAME = "Canarina";
    public static final String LAST_NAME = "Zzyzxcanary";
    public static final String EMAIL = "canary.zzyzx@canary.example";
    public static final String USERNAME = "zzyzx-canary-user";
    public static final String SIS_ID = "canary-sis-4711";
    public static final String STUDENT_NUMBER = "canary-number-0815";
    public static final String TOKEN = "canary-token-7f3a9c51e2b84d06";
    public static final String CLIENT_SECRET = "canary-secret-5be1d0c9a4728f36";

    private Canaries() {}

    /** What is looked for: the name of the constant → its value. */
    static Map<String, String> all() {
        return Map.of(
                "FIRST_NAME", FIRST_NAME,
                "LAST_NAME", LAST_NAME,
                "EMAIL", EMAIL,
                "USERNAME", USERNAME,
                "SIS_ID", SIS_ID,
                "STUDENT_NUMBER", STUDENT_NUMBER,
                "TOKEN", TOKEN,
                "CLIENT_SECRET", CLIENT_SECRET);
    }
}
