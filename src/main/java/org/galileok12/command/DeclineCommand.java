package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import org.galileok12.district.Districts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Does not take a district on. */
@Command(
        name = "decline",
        description = "Do not take a district on: it is never synchronised, until it is accepted.",
        mixinStandardHelpOptions = true)
final class DeclineCommand extends DistrictDecision {

    @Option(names = "--reason", paramLabel = "<text>", description = "Why, for whoever wonders later.")
    private @Nullable String reason;

    DeclineCommand(Bootstrap bootstrap) {
        super(bootstrap);
    }

    @Override
    void look() {
        if (reason != null && (reason.isBlank() || !reason.matches("[^\\p{Cntrl}]{1,500}"))) {
            throw new ParameterException(spec.commandLine(), "--reason needs a text of at most 500 characters.");
        }
    }

    @Override
    JsonNode decide(Districts districts, String district, String by) {
        return districts.decline(district, reason == null ? null : reason.strip(), by);
    }

    @Override
    String sentence(JsonNode answer, String district) {
        return "District " + district + " is declined: nothing of it is synchronised. To take it on after all: accept "
                + district;
    }
}
