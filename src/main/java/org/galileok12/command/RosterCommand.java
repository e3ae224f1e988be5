package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.galileok12.run.Histories;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints who was in a class on a day, and who taught it. */
@Command(
        name = "roster",
        description = "Say who was in a class on a day, and who taught it.",
        mixinStandardHelpOptions = true)
final class RosterCommand implements Callable<Integer> {

    private final Bootstrap bootstrap;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--as-of", required = true, paramLabel = "<yyyy-MM-dd>", description = "The day.")
    @SuppressWarnings("NullAway.Init")
    private String day;

    @Option(
            names = "--section",
            required = true,
            paramLabel = "<clever-id|id>",
            description = "The class, by its Clever id or our id.")
    @SuppressWarnings("NullAway.Init")
    private String section;

    @Option(names = "--district", paramLabel = "<district-id>", description = "Clever's id of the district.")
    private @Nullable String district;

    @Option(names = "--json", description = "Print the roster as a JSON object.")
    private boolean json;

    RosterCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Integer call() throws Exception {
        Ids.requireId(spec, section);
        Ids.requireDistrict(spec, district);
        var date = date();
        try (var context = bootstrap.start(Mode.SYNC, new Preflight(Mode.SYNC))) {
            var roster = context.getBean(Histories.class).roster(section, district, date);
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(new ObjectMapper().writeValueAsString(roster));
            } else {
                print(out, roster);
            }
            out.flush();
            return ExitCode.DONE;
        }
    }

    private LocalDate date() {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new ParameterException(spec.commandLine(), "'" + day + "' is not a day like 2026-03-31.", e);
        }
    }

    private static void print(PrintWriter out, JsonNode roster) {
        out.println("Section " + roster.path("section").asText() + " ("
                + roster.path("name").asText("no name") + ", "
                + roster.path("cleverId").asText("made by hand") + ") on "
                + roster.path("day").asText() + ": "
                + roster.path("students").size() + " students, "
                + roster.path("teachers").size() + " teachers");
        members(out, "Teachers", roster.path("teachers"), roster.path("zone").asText());
        members(out, "Students", roster.path("students"), roster.path("zone").asText());
        out.println("(times in " + roster.path("zone").asText() + ")");
    }

    private static void members(PrintWriter out, String title, JsonNode members, String zone) {
        var when =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH).withZone(ZoneId.of(zone));
        if (!members.isEmpty()) {
            out.println(title + ":");
        }
        for (var one : members) {
            out.println("  " + one.path("id").asText() + "  "
                    + one.path("cleverId").asText("-") + "  "
                    + (one.path("lastName").asText("") + ", "
                            + one.path("firstName").asText(""))
                    + "  since " + when.format(Instant.parse(one.path("since").asText()))
                    + (one.path("until").isNull()
                            ? ""
                            : " until "
                                    + when.format(
                                            Instant.parse(one.path("until").asText())))
                    + (one.path("primary").asBoolean() ? ", primary" : "")
                    + (one.path("origin").asText().equals("manual") ? ", by hand" : ""));
        }
    }
}
