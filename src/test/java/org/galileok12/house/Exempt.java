package org.galileok12.house;

import java.util.Map;

/** Every exception from a rule of the house, with its reason. An entry that is no longer needed fails the build. */
final class Exempt {

    /** Files that may be longer than their kind allows: path from the project's root → reason. */
    static final Map<String, String> FROM_SIZE = Map.of();

    /** Statements that no route, rules file or string in Java names, since their name is put together: file → reader. */
    static final Map<String, String> FROM_A_NAMED_READER = Map.of();

    private Exempt() {}
}
