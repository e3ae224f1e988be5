package org.galileok12.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says who decides; it is kept with the decision. */
final class DecidedBy {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--by",
            paramLabel = "<name>",
            description = "Who decides; kept with the decision. Default: the name of the system's user.")
    private String by = System.getProperty("user.name", "");

    /** @throws ParameterException for a name that nobody could read later */
    String name() {
        if (!by.matches("[^\\p{Cntrl}]{1,100}") || by.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "--by needs the name of a person, of at most 100 characters.");
        }
        return by.strip();
    }
}
