package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.galileok12.run.Rollbacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Undoes a published run and puts its district on publish hold. */
@Command(
        name = "rollback",
        description = "Put back what a run changed, except what changed since, and put the district on publish hold.",
        mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {

    private static final int ROWS_SHOWN = 20;

    private final Bootstrap bootstrap;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "<run-id>", description = "Number of the run, as its report shows it.")
    @SuppressWarnings("NullAway.Init")
    private String run;

    @Mixin
    private DecidedBy decidedBy = new DecidedBy();

    @Option(names = "--json", description = "Print the report as JSON, with every row that was refused.")
    private boolean json;

    RollbackCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Integer call() {
        var undoes = Ids.run(spec, run);
        var by = decidedBy.name();
        try (var context = bootstrap.start(Mode.SYNC, new Preflight(Mode.SYNC))) {
            var report = context.getBean(Rollbacks.class).rollback(undoes, by);
            if (json) {
                spec.commandLine().getOut().println(report);
            } else {
                print(report);
            }
            spec.commandLine().getOut().flush();
            return ExitCode.DONE;
        }
    }

    private void print(JsonNode report) {
        var out = spec.commandLine().getOut();
        var district = report.path("district").asText();
        out.printf(
                Locale.ENGLISH,
                "District %s: run %s rolled back run %s. %,d rows put back, %,d refused.%n",
                district,
                report.path("run").asText(),
                report.path("undoes").asText(),
                report.path("rows").asLong(),
                report.path("refused").asLong());
        report.path("entities")
                .properties()
                .forEach(entity ->
                        out.println("  " + entity.getKey().replace('_', ' ') + "  " + actions(entity.getValue())));
        refused(report.path("refusedRows"));
        out.println("The district is on publish hold: its runs only plan. Next: 'sync " + district
                + " --dry-run' shows what would be applied again, 'release " + district + "' how to let it.");
    }

    private void refused(JsonNode rows) {
        var out = spec.commandLine().getOut();
        if (rows.isEmpty()) {
            return;
        }
        out.println("Refused, left as they are:");
        rows.valueStream()
                .collect(Collectors.groupingBy(
                        row -> row.path("entity").asText().replace('_', ' ') + ": "
                                + row.path("why").asText(),
                        java.util.TreeMap::new,
                        Collectors.counting()))
                .forEach((what, count) -> out.printf(Locale.ENGLISH, "  %,d × %s%n", count, what));
        rows.valueStream()
                .limit(ROWS_SHOWN)
                .forEach(row -> out.println("  " + row.path("entity").asText().replace('_', ' ') + " "
                        + row.path("id").asText() + "  " + row.path("why").asText()));
        if (rows.size() > ROWS_SHOWN) {
            out.println("  and " + (rows.size() - ROWS_SHOWN) + " more; --json shows all");
        }
    }

    private static String actions(JsonNode counts) {
        return counts.properties().stream()
                .map(count -> String.format(
                        Locale.ENGLISH, "%,d × %s", count.getValue().asLong(), count.getKey()))
                .collect(Collectors.joining(", "));
    }
}
