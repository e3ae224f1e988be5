package org.galileok12.house;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Records which routes ran. As an auto-configuration of the test class path it is in every Spring context of the tests; a plain Camel
 * context of a test calls {@link #watch} before its routes are added.
 */
@AutoConfiguration
public class ExercisedRoutes {

    @Bean
    RoutePolicyFactory exercisedRoutesRecorder() {
        return ExercisedRoutes::policy;
    }

    public static void watch(CamelContext context) {
        context.addRoutePolicyFactory(ExercisedRoutes::policy);
    }

    /** What was recorded for a route of a file: "roster.camel.yaml roster-sync". A test's own route of the same id has another file. */
    static String line(String file, String routeId) {
        return file + " " + routeId;
    }

    /** The routes of the project, as recorded lines, that no exchange entered. */
    static List<String> neverRan(Project project, TestRun.Record run) {
        return new Routes(project)
                .all().stream()
                        .map(route -> line(String.valueOf(route.file().path().getFileName()), route.id()))
                        .filter(line -> !run.routes().contains(line))
                        .toList();
    }

    private static RoutePolicy policy(CamelContext context, String routeId, NamedNode definition) {
        return new RoutePolicySupport() {
            @Override
            public void onExchangeBegin(Route route, Exchange exchange) {
                var run = TestRun.current();
                if (run != null) {
                    var source = route.getSourceResource();
                    run.exercised(
                            source == null ? "-" : source.getLocation().replaceFirst(".*[/:]", ""), route.getId());
                }
            }
        };
    }
}
