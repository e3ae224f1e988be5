package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.galileok12.district.ScheduleChange;
import org.galileok12.district.Schedules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows when a district is synchronised next, and changes its schedule. */
@Command(
        name = "schedule",
        description = "Show when a district is synchronised, or change it.",
        mixinStandardHelpOptions = true)
final class ScheduleCommand implements Callable<Integer> {

    private final Bootstrap bootstrap;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "<district-id>", description = "Clever's id of the district.")
    @SuppressWarnings("NullAway.Init")
    private String district;

    @Option(
            names = "--cron",
            paramLabel = "<cron>",
            description = "A Quartz cron expression, such as '0 30 2 * * ?': every night at half past two.")
    private @Nullable String cron;

    @Option(names = "--time-zone", paramLabel = "<zone>", description = "Its time zone, such as America/Phoenix.")
    private @Nullable String timeZone;

    @Option(
            names = "--misfire",
            paramLabel = "<fire|skip>",
            description =
                    "What comes of a run that could not begin in time: fire makes it up, skip waits for the next.")
    private @Nullable String misfire;

    @Option(
            names = "--blackout",
            paramLabel = "<from..to>",
            description = "Add days without a run, such as 2026-12-21..2027-01-04; may be repeated.")
    private List<String> blackouts = List.of();

    @Option(
            names = "--clear",
            paramLabel = "<field>",
            description = "Back to the default: cron, time-zone, misfire or blackout (all of them); may be repeated.")
    private List<String> clear = List.of();

    @Mixin
    private DecidedBy decidedBy = new DecidedBy();

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    ScheduleCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Integer call() {
        var id = Ids.district(spec, district);
        var by = decidedBy.name();
        var change = ScheduleChange.of(cron, timeZone, misfire, blackouts, clear, Clock.systemUTC());
        try (var context = bootstrap.start(Mode.SYNC, new Preflight(Mode.SYNC))) {
            var schedules = context.getBean(Schedules.class);
            var answer = change.isEmpty() ? schedules.show(id) : schedules.change(id, change, by);
            var out = spec.commandLine().getOut();
            out.println(json ? answer.toString() : text(answer));
            out.flush();
            return ExitCode.DONE;
        }
    }

    private static String text(JsonNode answer) {
        var name = answer.path("name").asText("");
        var blackouts =
                answer.path("blackouts").valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
        return String.join(
                System.lineSeparator(),
                "District " + answer.path("district").asText() + (name.isEmpty() ? "" : " (" + name + ")") + ": "
                        + next(answer),
                line("cron", answer.path("cron").asText() + from(answer, "cronFrom")),
                line("time zone", answer.path("timeZone").asText() + from(answer, "timeZoneFrom")),
                line(
                        "too late",
                        answer.path("misfire").asText().equals("skip")
                                ? "skip, wait for the next"
                                : "fire, make up for it"),
                line("blackouts", blackouts.isEmpty() ? "none" : blackouts));
    }

    private static String next(JsonNode answer) {
        if (!answer.path("onSchedule").asBoolean()) {
            return "not on schedule (" + answer.path("onboarding").asText() + ").";
        }
        return answer.path("nextRun").isNull()
                ? "its schedule never comes again."
                : "next run " + answer.path("nextRunLocal").asText() + ".";
    }

    private static String from(JsonNode answer, String what) {
        return switch (answer.path(what).asText()) {
            case "district" -> " (its own)";
            case "state" -> " (from its state, " + answer.path("state").asText() + ")";
            case "default" -> " (by default a moment of its own between one and four at night)";
            default -> " (" + answer.path(what).asText() + ")";
        };
    }

    private static String line(String what, String value) {
        return "  %-10s %s".formatted(what, value);
    }
}
