package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import org.galileok12.district.Districts;
import picocli.CommandLine.Command;

/** Keeps a district from its schedule. */
@Command(
        name = "pause",
        description = "Keep a district from its schedule; its roster stays, its people sign in.",
        mixinStandardHelpOptions = true)
final class PauseCommand extends DistrictDecision {

    PauseCommand(Bootstrap bootstrap) {
        super(bootstrap);
    }

    @Override
    JsonNode decide(Districts districts, String district, String by) {
        return districts.pause(district, by);
    }

    @Override
    String sentence(JsonNode answer, String district) {
        return "District " + district + " is paused: it is left out of its schedule until 'resume " + district
                + "'. 'sync " + district + "' still works.";
    }
}
