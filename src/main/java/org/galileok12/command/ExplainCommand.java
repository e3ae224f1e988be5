package org.galileok12.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.concurrent.Callable;
import org.galileok12.run.Histories;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the story of every row that an id names; 1 when the id was never seen. */
@Command(
        name = "explain",
        description = "Tell what happened to a person, section, school, course or term, and why it is not here.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private static final Set<String> ENTITIES = Set.of("person", "section", "school", "course", "term");

    private final Bootstrap bootstrap;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "<clever-id|id>", description = "A Clever id, or an id of Galileo.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--district", paramLabel = "<district-id>", description = "Clever's id of the district.")
    private @Nullable String district;

    @Option(
            names = "--entity",
            paramLabel = "<entity>",
            description = "Only this: person, section, school, course or term.")
    private @Nullable String entity;

    @Option(names = "--values", description = "Show names of people, and what changed columns held before and after.")
    private boolean values;

    @Option(names = "--json", description = "Print the stories as a JSON array.")
    private boolean json;

    ExplainCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Integer call() throws Exception {
        Ids.requireId(spec, id);
        Ids.requireDistrict(spec, district);
        if (entity != null && !ENTITIES.contains(entity)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + entity + "' is none of the entities: person, section, school, course, term.");
        }
        try (var context = bootstrap.start(Mode.SYNC, new Preflight(Mode.SYNC))) {
            var stories = context.getBean(Histories.class).explain(id, district, entity, values);
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(new ObjectMapper().writeValueAsString(stories));
            } else if (stories.isEmpty()) {
                out.println(id + " was never seen: the district does not share it, or has not been synchronised yet.");
            } else {
                new StoryPrinter(out).print(stories);
            }
            out.flush();
            return stories.isEmpty() ? ExitCode.FAILED : ExitCode.DONE;
        }
    }
}
