package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.galileok12.district.Districts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes a district on, lifts a disconnect or purge, and confirms that a dry run was read. */
@Command(
        name = "accept",
        description = "Take a district on, or let it be synchronised again after a disconnect or a purge.",
        mixinStandardHelpOptions = true)
final class AcceptCommand extends DistrictDecision {

    private static final Set<String> WAITED = Set.of("requested", "declined");

    @Option(
            names = "--plan",
            paramLabel = "<hash>",
            description = "Confirms that you have read the newest dry run, whose plan has this hash.")
    private @Nullable String plan;

    AcceptCommand(Bootstrap bootstrap) {
        super(bootstrap);
    }

    @Override
    void look() {
        if (plan != null) {
            Ids.requirePlan(spec, plan);
        }
    }

    @Override
    JsonNode decide(Districts districts, String district, String by) {
        return districts.accept(district, plan, by);
    }

    @Override
    String sentence(JsonNode answer, String district) {
        var read = answer.has("readRun") ? " Dry run " + answer.path("readRun").asLong() + " counts as read." : "";
        var open = answer.path("openItem").isTextual()
                ? " Open: " + answer.path("openItem").asText() + ", for "
                        + answer.path("openActs").asText() + ". "
                        + answer.path("openAdvice").asText("")
                : "";
        return taken(answer, district) + read + " Its state: "
                + answer.path("onboarding").asText() + "." + open.stripTrailing();
    }

    private static String taken(JsonNode answer, String id) {
        if (answer.path("wasPurgedAt").isTextual()) {
            return "District " + id + " is accepted anew; it was purged at "
                    + answer.path("wasPurgedAt").asText() + ". The next run brings its roster.";
        } else if (answer.path("wasDisconnectedAt").isTextual()) {
            return "District " + id + " is accepted again; runs go on.";
        }
        return WAITED.contains(answer.path("wasOnboarding").asText()) || answer.has("readRun")
                ? "District " + id + " is accepted."
                : "District " + id + " was not disconnected; nothing to lift.";
    }
}
