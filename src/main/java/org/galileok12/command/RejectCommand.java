package org.galileok12.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.galileok12.run.HeldPlans;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Remembers that a held plan must not be applied, nor be asked for again. */
@Command(
        name = "reject",
        description = "Leave what a run held back as it is; exactly this set is not asked for again.",
        mixinStandardHelpOptions = true)
final class RejectCommand implements Callable<Integer> {

    private final Bootstrap bootstrap;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "<run>", description = "The run that held it, as 'held' shows it.")
    @SuppressWarnings("NullAway.Init")
    private String run;

    @Option(names = "--json", description = "Print the decision as JSON.")
    private boolean json;

    @Mixin
    private final DecidedBy by = new DecidedBy();

    RejectCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var held = Ids.run(spec, run);
        try (var context = bootstrap.start(Mode.SYNC, new Preflight(Mode.SYNC))) {
            var decision = context.getBean(HeldPlans.class).reject(held, by.name());
            if (json) {
                out.println(decision);
            } else {
                out.printf(
                        Locale.ENGLISH,
                        "Plan %s of run %d is rejected by %s: %,d rows stay as they are. The same set is not asked for again.%n",
                        decision.path("plan").asText(),
                        decision.path("run").asLong(),
                        decision.path("decidedBy").asText(),
                        decision.path("rows").asLong());
            }
            out.flush();
            return ExitCode.DONE;
        }
    }
}
