package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.Callable;
import org.galileok12.run.Retention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Stops the synchronisation of a district; its roster stays. */
@Command(
        name = "disconnect",
        description = "Stop synchronising a district; its roster is kept until it is purged.",
        mixinStandardHelpOptions = true)
final class DisconnectCommand implements Callable<Integer> {

    private final Bootstrap bootstrap;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "<district-id>", description = "Clever's id of the district.")
    @SuppressWarnings("NullAway.Init")
    private String district;

    @Mixin
    private final DecidedBy by = new DecidedBy();

    @Option(names = "--json", description = "Print what was done as a JSON object.")
    private boolean json;

    DisconnectCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Integer call() throws Exception {
        Ids.requireDistrict(spec, district);
        try (var context = bootstrap.start(Mode.SYNC, new Preflight(Mode.SYNC))) {
            var answer = context.getBean(Retention.class).disconnect(district, by.name());
            var out = spec.commandLine().getOut();
            out.println(json ? new ObjectMapper().writeValueAsString(answer) : text(answer));
            out.flush();
            return ExitCode.DONE;
        }
    }

    private static String text(JsonNode answer) {
        return "District " + answer.path("district").asText()
                + " is disconnected: it is not synchronised any more, its roster is kept."
                + (answer.path("runsEnded").asInt() > 0 ? " The run under way was ended." : "")
                + (answer.path("alreadyDisconnectedAt").isTextual()
                        ? " It was already, since "
                                + answer.path("alreadyDisconnectedAt").asText() + "."
                        : "");
    }
}
