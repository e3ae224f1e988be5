package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.galileok12.run.Outcome;
import org.galileok12.run.PublishHolds;
import org.galileok12.run.RunResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a district on publish hold would get, and lifts the hold for exactly that. */
@Command(
        name = "release",
        description = "Show what a district on publish hold would get; with --plan, let its runs publish again.",
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {

    private final Bootstrap bootstrap;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "<district-id>", description = "Clever's id of the district.")
    @SuppressWarnings("NullAway.Init")
    private String district;

    @Option(names = "--plan", paramLabel = "<hash>", description = "The plan that you have seen and want applied.")
    private @Nullable String plan;

    @Mixin
    private DecidedBy decidedBy = new DecidedBy();

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    ReleaseCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Integer call() {
        var id = Ids.district(spec, district);
        var by = decidedBy.name();
        if (plan != null && !plan.matches("[0-9A-Za-z]{4,128}")) {
            throw new ParameterException(spec.commandLine(), "--plan needs the hash that 'release " + id + "' shows.");
        }
        try (var context = bootstrap.start(Mode.SYNC, new Preflight(Mode.SYNC))) {
            var holds = context.getBean(PublishHolds.class);
            var answer = plan == null ? holds.withheld(id) : holds.release(id, plan, by);
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(answer);
            } else if (plan == null) {
                show(id, answer);
            } else {
                out.println("District " + id + " is released by " + by + ": its next run publishes. 'sync " + id
                        + "' starts one now.");
            }
            out.flush();
            return ExitCode.DONE;
        }
    }

    private void show(String id, JsonNode answer) {
        var out = spec.commandLine().getOut();
        var hold = answer.path("publishHold");
        var report = answer.path("report");
        out.println("District " + id + " is on publish hold since "
                + hold.path("since").asText() + ", by "
                + hold.path("by").asText() + ": " + hold.path("reason").asText()
                + ". Its newest plan, which a release lets the next run apply:");
        out.println();
        new ReportPrinter(out)
                .print(new RunResult(
                        id,
                        answer.path("run").asLong(),
                        Outcome.valueOf(report.path("outcome").asText(Outcome.HELD.name())),
                        report.path("reason").asText(null),
                        report));
        out.println();
        out.println("To release it, type: release " + id + " --plan "
                + answer.path("plan").asText());
    }
}
