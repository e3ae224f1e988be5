package org.galileok12.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks everything that an engineer or operator sets, changes nothing, and names each mistake with its place. */
@Command(
        name = "check",
        description = "Check environment, routes, SQL, rules, database and Clever's credentials; change nothing.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private final Bootstrap bootstrap;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    CheckCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Integer call() {
        var preflight = new Preflight(Mode.CHECK);
        List<Area> started = new ArrayList<>();
        try (var context = bootstrap.start(Mode.CHECK, preflight)) {
            started.addAll(new RunningChecks(context, preflight.routesFolder()).areas());
        } catch (CannotStart e) {
            started.addAll(notStarted(preflight.areas(), e));
        }
        List<Area> areas = new ArrayList<>(preflight.areas());
        areas.addAll(started);
        print(areas, !started.isEmpty());
        return Preflight.exitCode(areas);
    }

    /** A start that the checks before it prevented has been explained by them. */
    private static List<Area> notStarted(List<Area> before, CannotStart e) {
        return before.isEmpty() || before.stream().allMatch(Area::isFine)
                ? List.of(Area.of("routes in Camel", "", e.lines(), e.exitCode()))
                : List.of();
    }

    private void print(List<Area> areas, boolean complete) {
        PrintWriter out = spec.commandLine().getOut();
        for (var area : areas) {
            if (area.isFine()) {
                out.println("ok     " + area.name() + ": " + area.seen());
            } else {
                out.println("wrong  " + area.name());
                area.problems().forEach(problem -> out.println("       " + problem));
            }
        }
        long problems = areas.stream().mapToLong(area -> area.problems().size()).sum();
        if (problems > 0) {
            out.println(problems + (problems == 1 ? " mistake." : " mistakes."));
        }
        if (!complete) {
            out.println("What needs the running application was not checked.");
        }
        out.flush();
    }
}
