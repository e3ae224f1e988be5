package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.galileok12.district.Districts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the districts and what each of them waits for. */
@Command(
        name = "districts",
        description = "List the districts: how far each is taken on, what is open and who has to act.",
        mixinStandardHelpOptions = true)
final class DistrictsCommand implements Callable<Integer> {

    private final Bootstrap bootstrap;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--discover", description = "First look at Clever's list for districts that are new or back.")
    private boolean discover;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    DistrictsCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var context = bootstrap.start(Mode.SYNC, new Preflight(Mode.SYNC))) {
            var districts = context.getBean(Districts.class);
            var refused = discover && refused(districts.discover());
            var list = districts.list();
            if (json) {
                out.println(list);
            } else {
                new DistrictPrinter(out).all(list);
            }
            out.flush();
            return refused ? ExitCode.FAILED : ExitCode.DONE;
        }
    }

    private boolean refused(JsonNode poll) {
        var refused = poll.path("reason").isTextual();
        if (refused) {
            spec.commandLine().getErr().println(poll.path("reason").asText());
        }
        return refused;
    }
}
