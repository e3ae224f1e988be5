package org.galileok12.command;

import java.util.List;
import java.util.Locale;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.flywaydb.core.api.FlywayException;
import org.galileok12.check.RouteFiles;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Turns what Spring, Flyway or Camel throws at the start into one sentence and an exit code. */
final class StartFailure {

    private final RouteFiles routes;
    private final int apiPort;

    StartFailure(RouteFiles routes, int apiPort) {
        this.routes = routes;
        this.apiPort = apiPort;
    }

    CannotStart explain(Throwable failure) {
        var known = Sentence.find(failure, CannotStart.class);
        if (known.isPresent()) {
            return known.get();
        }
        var binding = Sentence.find(failure, BindException.class);
        if (binding.isPresent()) {
            return new CannotStart(ExitCode.USAGE, setting(binding.get()), failure);
        }
        return new CannotStart(ExitCode.FAILED, sentence(failure), failure);
    }

    private String sentence(Throwable failure) {
        var port = Sentence.find(failure, PortInUseException.class);
        if (port.isPresent()) {
            var number = port.get().getPort();
            return "Port " + number + " is in use. Stop the program that uses it, or set "
                    + (number == apiPort ? "SERVER_PORT" : "MANAGEMENT_SERVER_PORT") + " to another port.";
        }
        var created = Sentence.find(failure, FailedToCreateRouteException.class);
        if (created.isPresent()) {
            return route(created.get().getRouteId(), failure);
        }
        var started = Sentence.find(failure, FailedToStartRouteException.class);
        if (started.isPresent()) {
            return route(started.get().getRouteId(), failure);
        }
        var migration = Sentence.find(failure, FlywayException.class);
        if (migration.isPresent()) {
            return "The database could not be migrated: " + Sentence.of(failure);
        }
        return "The application could not start: " + Sentence.of(failure);
    }

    private String route(String id, Throwable failure) {
        var complaints = List.of(
                String.valueOf(Sentence.innermost(failure).getMessage()),
                Sentence.find(failure, FailedToCreateRouteException.class)
                        .map(created -> String.valueOf(created.getMessage()).replaceFirst("(?s) <<< .*", ""))
                        .orElse(""));
        return routes.place(id, complaints).map(place -> place + ": ").orElse("") + "route '" + id
                + "' cannot be built: " + Sentence.of(failure);
    }

    private static String setting(BindException failure) {
        var name = failure.getName().toString();
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_') + " has a value that does not fit. "
                + Sentence.of(failure);
    }
}
