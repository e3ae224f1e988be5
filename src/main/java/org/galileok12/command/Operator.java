package org.galileok12.command;

import picocli.CommandLine.Option;

/** Who decides: kept with every decision. */
final class Operator {

    @Option(
            names = "--by",
            paramLabel = "<name>",
            description = "Who decides; kept with the decision. Default: the user of this machine.",
            defaultValue = "${sys:user.name}")
    @SuppressWarnings("NullAway.Init")
    private String name;

    String name() {
        return name;
    }
}
