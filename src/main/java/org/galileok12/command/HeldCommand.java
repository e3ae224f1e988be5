package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.galileok12.run.HeldPlans;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what waits for a person, and why. */
@Command(
        name = "held",
        description = "List what guards hold back and a person has to decide.",
        mixinStandardHelpOptions = true)
final class HeldCommand implements Callable<Integer> {

    private final Bootstrap bootstrap;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    HeldCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var context = bootstrap.start(Mode.SYNC, new Preflight(Mode.SYNC))) {
            var plans = context.getBean(HeldPlans.class).open();
            if (json) {
                out.println(plans);
            } else if (plans.isEmpty()) {
                out.println("Nothing is held.");
            } else {
                plans.forEach(plan -> print(out, plan));
            }
            out.flush();
            return plans.isEmpty() ? ExitCode.DONE : ExitCode.HELD;
        }
    }

    private static void print(PrintWriter out, JsonNode plan) {
        var name = plan.path("name").asText("");
        out.printf(
                Locale.ENGLISH,
                "District %s%s, run %d: %,d rows held since %s, plan %s%n",
                plan.path("district").asText(),
                name.isEmpty() ? "" : " (" + name + ")",
                plan.path("run").asLong(),
                plan.path("rows").asLong(),
                plan.path("heldAt").asText(),
                plan.path("plan").asText());
        plan.path("scopes").forEach(scope -> out.println("  " + PlanPrinter.scope(scope)));
        out.printf(
                "  To apply it:  approve %1$d --plan %2$s%n  To leave it:  reject %1$d%n",
                plan.path("run").asLong(), plan.path("plan").asText());
    }
}
