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

/** Deletes what Clever told us of a disconnected district, and prints the proof that it is gone. */
@Command(
        name = "purge",
        description = "Delete what Clever told us of a disconnected district, after its retention time.",
        mixinStandardHelpOptions = true)
final class PurgeCommand implements Callable<Integer> {

    private final Bootstrap bootstrap;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "<district-id>", description = "Clever's id of the district.")
    @SuppressWarnings("NullAway.Init")
    private String district;

    @Option(names = "--include-manual", description = "Delete the rows made by hand too.")
    private boolean includeManual;

    @Mixin
    private final DecidedBy by = new DecidedBy();

    @Option(names = "--json", description = "Print what was done as a JSON object.")
    private boolean json;

    PurgeCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Integer call() throws Exception {
        Ids.requireDistrict(spec, district);
        try (var context = bootstrap.start(Mode.SYNC, new Preflight(Mode.SYNC))) {
            var answer = context.getBean(Retention.class).purge(district, includeManual, by.name());
            var out = spec.commandLine().getOut();
            out.println(json ? new ObjectMapper().writeValueAsString(answer) : text(answer));
            out.flush();
            return ExitCode.DONE;
        }
    }

    private static String text(JsonNode answer) {
        var lines = new StringBuilder();
        lines.append("District %s is purged, run %s: %d rows deleted, %d synced rows are left."
                .formatted(
                        answer.path("district").asText(),
                        answer.path("run").asText(),
                        answer.path("rowsDeleted").asLong(),
                        answer.path("syncedRowsLeft").asLong()));
        answer.path("deleted")
                .properties()
                .forEach(count -> line(lines, count.getKey(), count.getValue().asLong()));
        if (!answer.path("leftByHand").isEmpty()) {
            lines.append(System.lineSeparator()).append("Rows made by hand that stay:");
            answer.path("leftByHand")
                    .properties()
                    .forEach(count ->
                            line(lines, count.getKey(), count.getValue().asLong()));
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, String entity, long rows) {
        lines.append(System.lineSeparator())
                .append("  ")
                .append(String.format("%-16s %8d", entity.replace('_', ' '), rows));
    }
}
