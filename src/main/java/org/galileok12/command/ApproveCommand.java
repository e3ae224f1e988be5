package org.galileok12.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.galileok12.run.HeldPlans;
import org.galileok12.run.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Applies a held plan, if the district read anew holds back exactly the same. */
@Command(
        name = "approve",
        description = "Read the district anew and apply what a run held back, if it is still exactly that.",
        mixinStandardHelpOptions = true)
final class ApproveCommand implements Callable<Integer> {

    private final Bootstrap bootstrap;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "<run>", description = "The run that held it, as 'held' shows it.")
    @SuppressWarnings("NullAway.Init")
    private String run;

    @Option(
            names = "--plan",
            required = true,
            paramLabel = "<hash>",
            description = "The held plan, as 'held' shows it.")
    @SuppressWarnings("NullAway.Init")
    private String plan;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Mixin
    private final DecidedBy by = new DecidedBy();

    ApproveCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var held = Ids.run(spec, run);
        Ids.requirePlan(spec, plan);
        try (var context = bootstrap.start(Mode.SYNC, new Preflight(Mode.SYNC))) {
            var clock = context.getBean(Clock.class);
            var progress = new ProgressLine(spec.commandLine().getErr(), System.console() != null, clock);
            var result = context.getBean(HeldPlans.class).approve(held, plan, by.name(), progress);
            progress.end();
            if (json) {
                out.println(result.report());
            } else {
                new ReportPrinter(out).print(result);
            }
            out.flush();
            var refused = result.report().path("guard").path("approvalRefused").isTextual();
            return refused && result.outcome() == Outcome.DONE ? ExitCode.HELD : ExitCode.of(result.outcome());
        }
    }
}
