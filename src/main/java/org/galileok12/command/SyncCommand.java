package org.galileok12.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.galileok12.run.DistrictForgotten;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.Outcome;
import org.galileok12.run.RunResult;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Synchronises one district, or one after the other all that are taken on, and prints what changed. */
@Command(
        name = "sync",
        description = "Synchronise the roster of a district now and print the report.",
        mixinStandardHelpOptions = true)
final class SyncCommand implements Callable<Integer> {

    private static final Pattern CLEVER_ID = Pattern.compile("[0-9a-f]{24}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Bootstrap bootstrap;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "<district-id|all>", description = "Clever's id of the district, or 'all'.")
    @SuppressWarnings("NullAway.Init")
    private String district;

    @Option(names = "--dry-run", description = "Plan and report, but change nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the report as JSON: an object, for 'all' an array.")
    private boolean json;

    @Option(names = "--join", description = "If a run of the district is under way, wait for it and print its report.")
    private boolean join;

    SyncCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Integer call() throws Exception {
        if (!isAll() && !CLEVER_ID.matcher(district).matches()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + district + "' is neither 'all' nor a district id of Clever (24 hexadecimal digits).");
        }
        if (join && dryRun) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--join takes the report of a run that changes the roster, --dry-run changes nothing. Leave one of them out.");
        }
        try (var context = bootstrap.start(Mode.SYNC, new Preflight(Mode.SYNC))) {
            return isAll() ? all(context) : one(context);
        }
    }

    private int one(ConfigurableApplicationContext context) throws Exception {
        var result = run(context.getBean(DistrictSync.class), district, progress(context));
        if (json) {
            out().println(JSON.writeValueAsString(result.report()));
        } else {
            new ReportPrinter(out()).print(result);
        }
        out().flush();
        return ExitCode.of(result.outcome());
    }

    private int all(ConfigurableApplicationContext context) throws Exception {
        var sync = context.getBean(DistrictSync.class);
        var districts = sync.districtsToSync();
        if (districts.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("No district is taken on and lets this application read its roster. See: districts.");
        }
        var printer = new ReportPrinter(out());
        List<RunResult> results = new ArrayList<>();
        for (var each : districts) {
            var result = attempt(sync, each, progress(context));
            results.add(result);
            if (!json) {
                printer.print(result);
                out().println();
                out().flush();
            }
        }
        if (json) {
            var reports = JsonNodeFactory.instance.arrayNode();
            results.forEach(result -> reports.add(result.report()));
            out().println(JSON.writeValueAsString(reports));
        } else if (!results.isEmpty()) {
            out().println(summary(results));
        }
        out().flush();
        return ExitCode.of(results.stream().map(RunResult::outcome).toList());
    }

    /** One district that cannot begin does not stop the others. */
    private RunResult attempt(DistrictSync sync, String each, ProgressLine progress) {
        try {
            return run(sync, each, progress);
        } catch (DistrictForgotten e) {
            return neverBegan(each, Outcome.SKIPPED, e);
        } catch (RuntimeException e) {
            return neverBegan(each, Outcome.FAILED, e);
        }
    }

    private static RunResult neverBegan(String each, Outcome outcome, RuntimeException e) {
        var sentence = Sentence.of(e);
        var report = JsonNodeFactory.instance
                .objectNode()
                .put("district", each)
                .put("outcome", outcome.name())
                .put("reason", sentence);
        return new RunResult(each, 0, outcome, sentence, report);
    }

    private RunResult run(DistrictSync sync, String each, ProgressLine progress) {
        try {
            return join ? sync.syncOrJoin(each, progress) : sync.sync(each, dryRun, progress);
        } finally {
            progress.end();
        }
    }

    private static String summary(List<RunResult> results) {
        var counts = results.stream()
                .collect(Collectors.groupingBy(RunResult::outcome, TreeMap::new, Collectors.counting()));
        return results.size() + (results.size() == 1 ? " district: " : " districts: ")
                + counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + ReportPrinter.word(count.getKey()))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private ProgressLine progress(ConfigurableApplicationContext context) {
        var clock = context.getBeanProvider(Clock.class).getIfAvailable(Clock::systemUTC);
        return new ProgressLine(spec.commandLine().getErr(), System.console() != null, clock);
    }

    private boolean isAll() {
        return "all".equals(district);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
