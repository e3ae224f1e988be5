package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import org.galileok12.district.Districts;
import picocli.CommandLine.Command;

/** Lets a paused district have its schedule again. */
@Command(
        name = "resume",
        description = "Let a paused district have its schedule again.",
        mixinStandardHelpOptions = true)
final class ResumeCommand extends DistrictDecision {

    ResumeCommand(Bootstrap bootstrap) {
        super(bootstrap);
    }

    @Override
    JsonNode decide(Districts districts, String district, String by) {
        return districts.resume(district, by);
    }

    @Override
    String sentence(JsonNode answer, String district) {
        return "District " + district + " is not paused any more; it was since "
                + answer.path("wasPausedAt").asText() + ".";
    }
}
