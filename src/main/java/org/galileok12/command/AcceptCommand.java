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

/** Lets a district be synchronised again, since a person accepted its new authorisation. */
@Command(
        name = "accept",
        description = "Let a district be synchronised again, after a disconnect or a purge.",
        mixinStandardHelpOptions = true)
final class AcceptCommand implements Callable<Integer> {

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

    AcceptCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Integer call() throws Exception {
        Ids.requireDistrict(spec, district);
        try (var context = bootstrap.start(Mode.SYNC, new Preflight(Mode.SYNC))) {
            var answer = context.getBean(Retention.class).accept(district, by.name());
            var out = spec.commandLine().getOut();
            out.println(json ? new ObjectMapper().writeValueAsString(answer) : text(answer));
            out.flush();
            return ExitCode.DONE;
        }
    }

    private static String text(JsonNode answer) {
        var id = answer.path("district").asText();
        return answer.path("wasPurgedAt").isTextual()
                ? "District " + id + " is accepted anew; it was purged at "
                        + answer.path("wasPurgedAt").asText() + ". The next run brings its roster."
                : answer.path("wasDisconnectedAt").isTextual()
                        ? "District " + id + " is accepted again; runs go on."
                        : "District " + id + " was not disconnected; nothing to lift.";
    }
}
