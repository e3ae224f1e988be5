package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.galileok12.run.EventSwitch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lets a district be followed by Clever's events between its full runs, or no longer. */
@Command(
        name = "events",
        description = "Follow a district by Clever's events between its full runs, or show how that stands.",
        mixinStandardHelpOptions = true)
final class EventsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    static CommandLine with(Bootstrap bootstrap) {
        return new CommandLine(new EventsCommand())
                .addSubcommand(new On(bootstrap))
                .addSubcommand(new Off(bootstrap))
                .addSubcommand(new Show(bootstrap));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: events on, events off or events show.");
    }

    @Command(
            name = "on",
            description = "Follow the district by events, from its next full run on.",
            mixinStandardHelpOptions = true)
    static final class On extends OfDistrict<EventSwitch> {

        @Mixin
        private final DecidedBy by = new DecidedBy();

        On(Bootstrap bootstrap) {
            super(bootstrap, EventSwitch.class, EventsCommand::text);
        }

        @Override
        void look() {
            by.name();
        }

        @Override
        JsonNode answer(EventSwitch events, String district) {
            return events.on(district, by.name());
        }
    }

    @Command(
            name = "off",
            description = "Follow the district by events no longer; changes come with full runs only.",
            mixinStandardHelpOptions = true)
    static final class Off extends OfDistrict<EventSwitch> {

        @Mixin
        private final DecidedBy by = new DecidedBy();

        Off(Bootstrap bootstrap) {
            super(bootstrap, EventSwitch.class, EventsCommand::text);
        }

        @Override
        void look() {
            by.name();
        }

        @Override
        JsonNode answer(EventSwitch events, String district) {
            return events.off(district, by.name());
        }
    }

    @Command(
            name = "show",
            description = "Show whether the district is followed by events, and how that stands.",
            mixinStandardHelpOptions = true)
    static final class Show extends OfDistrict<EventSwitch> {

        Show(Bootstrap bootstrap) {
            super(bootstrap, EventSwitch.class, EventsCommand::text);
        }

        @Override
        JsonNode answer(EventSwitch events, String district) {
            return events.show(district);
        }
    }

    private static String text(JsonNode answer) {
        return "District " + answer.path("district").asText() + ": "
                + answer.path("state").asText()
                + (answer.path("readUntil").isTextual()
                        ? " Read until " + answer.path("readUntil").asText() + "."
                        : "")
                + (answer.path("trouble").isTextual()
                        ? " The last look failed: " + answer.path("trouble").asText()
                        : "");
    }
}
