package org.galileok12.command;

import java.util.List;

/**
 * What one part of the checks found.
 *
 * @param name such as {@code routes}
 * @param seen what was looked at, such as {@code 12 files}
 * @param problems one line each; empty when all is well
 * @param exitCode of the process when there are problems
 */
record Area(String name, String seen, List<String> problems, int exitCode) {

    static Area of(String name, String seen, List<?> problems, int exitCode) {
        return new Area(name, seen, problems.stream().map(Object::toString).toList(), exitCode);
    }

    boolean isFine() {
        return problems.isEmpty();
    }
}
