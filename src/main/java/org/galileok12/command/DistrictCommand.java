package org.galileok12.command;

import java.util.concurrent.Callable;
import org.galileok12.district.Districts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one district with its checklist. */
@Command(
        name = "district",
        description = "Show a district: its checklist with evidence, and who has to act.",
        mixinStandardHelpOptions = true)
final class DistrictCommand implements Callable<Integer> {

    private final Bootstrap bootstrap;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "<district-id>", description = "Clever's id of the district.")
    @SuppressWarnings("NullAway.Init")
    private String district;

    @Option(names = "--probe", description = "First ask Clever about the district anew.")
    private boolean probe;

    @Option(names = "--json", description = "Print the district as JSON.")
    private boolean json;

    DistrictCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Integer call() {
        var id = Ids.district(spec, district);
        var out = spec.commandLine().getOut();
        try (var context = bootstrap.start(Mode.SYNC, new Preflight(Mode.SYNC))) {
            var shown = context.getBean(Districts.class).show(id, probe);
            if (json) {
                out.println(shown);
            } else {
                new DistrictPrinter(out).one(shown);
            }
            out.flush();
            return ExitCode.DONE;
        }
    }
}
