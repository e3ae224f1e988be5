package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * What the commands that set or show a switch of a district have in common: the district, and the answer as text or JSON.
 *
 * @param <S> the bean that knows the switch
 */
abstract class OfDistrict<S> implements Callable<Integer> {

    private final Bootstrap bootstrap;
    private final Class<S> bean;
    private final Function<JsonNode, String> text;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Parameters(paramLabel = "<district-id>", description = "Clever's id of the district.")
    @SuppressWarnings("NullAway.Init")
    private String district;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    OfDistrict(Bootstrap bootstrap, Class<S> bean, Function<JsonNode, String> text) {
        this.bootstrap = bootstrap;
        this.bean = bean;
        this.text = text;
    }

    abstract JsonNode answer(S bean, String district);

    /** Looks at the other arguments before anything is started. */
    void look() {}

    @Override
    public final Integer call() {
        var id = Ids.district(spec, district);
        look();
        try (var context = bootstrap.start(Mode.SYNC, new Preflight(Mode.SYNC))) {
            var answer = answer(context.getBean(bean), id);
            var out = spec.commandLine().getOut();
            out.println(json ? answer.toString() : text.apply(answer));
            out.flush();
            return ExitCode.DONE;
        }
    }
}
