package org.galileok12.command;

import java.util.concurrent.Callable;
import org.galileok12.run.PublishHolds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a district on publish hold. */
@Command(
        name = "hold",
        description = "Put a district on publish hold: its runs only plan, until it is released.",
        mixinStandardHelpOptions = true)
final class HoldCommand implements Callable<Integer> {

    private final Bootstrap bootstrap;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "<district-id>", description = "Clever's id of the district.")
    @SuppressWarnings("NullAway.Init")
    private String district;

    @Mixin
    private DecidedBy decidedBy = new DecidedBy();

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    HoldCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Integer call() {
        var id = Ids.district(spec, district);
        var by = decidedBy.name();
        try (var context = bootstrap.start(Mode.SYNC, new Preflight(Mode.SYNC))) {
            var held = context.getBean(PublishHolds.class).hold(id, by);
            var out = spec.commandLine().getOut();
            out.println(
                    json
                            ? held.toString()
                            : "District " + id + " is on publish hold since "
                                    + held.path("publishHold").path("since").asText()
                                    + ": its runs only plan. 'release " + id + "' shows how to end it.");
            out.flush();
            return ExitCode.DONE;
        }
    }
}
