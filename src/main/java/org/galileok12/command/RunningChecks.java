package org.galileok12.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.galileok12.check.Probe;
import org.galileok12.check.ProbeFailed;
import org.galileok12.check.RouteFiles;
import org.springframework.context.ConfigurableApplicationContext;

/** The checks that need the application: are all beans there that routes name, and do the probes succeed. */
final class RunningChecks {

    private final ConfigurableApplicationContext application;
    private final RouteFiles routes;

    RunningChecks(ConfigurableApplicationContext application, Path routesFolder) {
        this.application = application;
        this.routes = new RouteFiles(routesFolder);
    }

    /** To be called once: it starts the routes that others call. */
    List<Area> areas() {
        var camel = application.getBean(CamelContext.class);
        List<Area> areas = new ArrayList<>();
        var missing = routes.missingBeans(name -> camel.getRegistry().lookupByName(name) != null);
        areas.add(Area.of("routes in Camel", camel.getRoutesSize() + " routes built", missing, ExitCode.FAILED));
        if (missing.isEmpty()) {
            areas.addAll(probes(camel));
        }
        return areas;
    }

    private List<Area> probes(CamelContext camel) {
        var probes = application.getBeanProvider(Probe.class).orderedStream().toList();
        if (probes.isEmpty()) {
            return List.of();
        }
        startCalledRoutes(camel);
        return probes.stream().map(RunningChecks::area).toList();
    }

    /** Only routes that wait for a caller: a timer or trigger in a file must not fire in a check. */
    private static void startCalledRoutes(CamelContext camel) {
        for (var route : camel.getRoutes()) {
            if (route.getEndpoint().getEndpointUri().startsWith("direct:")) {
                try {
                    camel.getRouteController().startRoute(route.getRouteId());
                } catch (Exception e) {
                    throw new CannotStart(
                            ExitCode.FAILED, "Route '" + route.getRouteId() + "' cannot start: " + Sentence.of(e), e);
                }
            }
        }
    }

    private static Area area(Probe probe) {
        try {
            return Area.of(probe.name(), probe.run(), List.of(), ExitCode.FAILED);
        } catch (ProbeFailed | RuntimeException e) {
            return Area.of(probe.name(), "", List.of(Sentence.of(e)), ExitCode.FAILED);
        }
    }
}
