package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.galileok12.district.Districts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the decisions about one district have in common: its id, who decides, the answer as a sentence or as JSON. */
abstract class DistrictDecision implements Callable<Integer> {

    private final Bootstrap bootstrap;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Parameters(paramLabel = "<district-id>", description = "Clever's id of the district.")
    @SuppressWarnings("NullAway.Init")
    private String district;

    @Mixin
    private final DecidedBy by = new DecidedBy();

    @Option(names = "--json", description = "Print what was done as a JSON object.")
    private boolean json;

    DistrictDecision(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Looks at the command's own options, before anything starts. */
    void look() {}

    abstract JsonNode decide(Districts districts, String district, String by);

    abstract String sentence(JsonNode answer, String district);

    @Override
    public final Integer call() {
        var id = Ids.district(spec, district);
        var who = by.name();
        look();
        try (var context = bootstrap.start(Mode.SYNC, new Preflight(Mode.SYNC))) {
            var answer = decide(context.getBean(Districts.class), id, who);
            var out = spec.commandLine().getOut();
            out.println(json ? answer.toString() : sentence(answer, id));
            out.flush();
            return ExitCode.DONE;
        }
    }
}
