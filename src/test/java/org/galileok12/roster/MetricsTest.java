package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.galileok12.GalileoClever;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** What Prometheus reads from the management port, as docs/metrics.md tells it. */
@SpringBootTest(
        classes = GalileoClever.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "clever.retry-delay=1ms",
            "clever.retry-max-delay=5ms",
            "clever.page-size=5"
        })
@AutoConfigureObservability(tracing = false)
class MetricsTest extends SyncScenario {

    private static final Pattern LABEL = Pattern.compile("([a-zA-Z]+)=\"([^\"]*)\"");

    /** Names of routes and outcomes; endpoints without a parameter. Neither an id of Clever's nor a statement fits. */
    private static final Pattern BOUNDED = Pattern.compile("[A-Za-z0-9 _./:'()+-]{0,60}");

    private static final Pattern CLEVER_ID = Pattern.compile("[0-9a-f]{24}");

    @LocalManagementPort
    private int port;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private CamelContext camel;

    @Test
    void every_route_that_ran_has_a_time_of_its_own() {
        aClass();
        syncDone();

        var timed = routesOf("camel_route_policy_seconds_count");

        assertThat(timed)
                .contains("sync-district", "run-district", "walk-collection", "stage-batch", "clever-request", "sql")
                .contains("plan-changes", "publish-transaction", "report")
                .isSubsetOf(camel.getRoutes().stream().map(Route::getRouteId).toList());
    }

    @Test
    void every_route_has_its_counts_of_exchanges_and_failures_even_before_it_runs() {
        var all = camel.getRoutes().stream()
                .map(Route::getRouteId)
                .filter(id -> camel.getRouteController().getRouteStatus(id).isStarted())
                .toList();

        assertThat(routesOf("camel_exchanges_total")).containsExactlyInAnyOrderElementsOf(all);
        assertThat(routesOf("camel_exchanges_failed_total")).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_failing_run_counts_as_a_failure_of_the_routes_it_failed_in() {
        var failedBefore = value("camel_exchanges_failed_total", "routeId=\"sync-district\"");
        var requestsBefore = value("camel_exchanges_failed_total", "routeId=\"clever-request\"");
        var runsBefore = value("galileo_runs_total", "outcome=\"FAILED\"", "class=\"TRANSIENT\"");
        CLEVER.onAnyPage("users").in(district).always().answer(503);

        assertThat(sync().outcome()).isEqualTo(Outcome.FAILED);

        assertThat(value("camel_exchanges_failed_total", "routeId=\"sync-district\""))
                .isEqualTo(failedBefore + 1);
        assertThat(value("camel_exchanges_failed_total", "routeId=\"clever-request\""))
                .isGreaterThan(requestsBefore);
        assertThat(value("galileo_runs_total", "outcome=\"FAILED\"", "class=\"TRANSIENT\""))
                .isEqualTo(runsBefore + 1);
    }

    @Test
    void records_and_changes_are_counted_by_collection_and_entity() {
        aClass();
        var staged = value("galileo_records_total", "collection=\"users\"", "outcome=\"staged\"");
        var created = value("galileo_changes_total", "entity=\"student\"", "change=\"created\"");
        var done = value("galileo_runs_total", "outcome=\"DONE\"");

        syncDone();

        assertThat(value("galileo_records_total", "collection=\"users\"", "outcome=\"staged\""))
                .isEqualTo(staged + 3);
        assertThat(value("galileo_changes_total", "entity=\"student\"", "change=\"created\""))
                .isEqualTo(created + 2);
        assertThat(value("galileo_runs_total", "outcome=\"DONE\"")).isEqualTo(done + 1);
        assertThat(value("galileo_clever_calls_total")).isPositive();
    }

    @Test
    void a_dry_run_counts_no_changes() {
        aClass();
        var created = value("galileo_changes_total", "entity=\"student\"", "change=\"created\"");

        var plan = districtSync.sync(district.id(), true, Progress.NONE);

        assertThat(count(plan, "student", "created")).isEqualTo(2);
        assertThat(value("galileo_changes_total", "entity=\"student\"", "change=\"created\""))
                .isEqualTo(created);
    }

    @Test
    void no_label_holds_an_id_or_a_statement_and_another_district_adds_no_series() {
        aClass();
        syncDone();
        var series = series();
        newDistrict();
        aClass();
        syncDone();

        var labels = series().stream()
                .flatMap(line -> LABEL.matcher(line).results())
                .map(label -> label.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(labels)
                .isNotEmpty()
                .allMatch(label -> BOUNDED.matcher(label).matches(), "short")
                .noneMatch(label -> CLEVER_ID.matcher(label).find())
                .noneMatch(label -> label.contains("select ") || label.contains("insert "));
        assertThat(series()).containsExactlyInAnyOrderElementsOf(series);
    }

    private void aClass() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        var bob = district.student("Bob Ode", north);
        district.section("Maths", north)
                .taughtBy(district.teacher("Ruth Okafor", north))
                .with(amy, bob);
    }

    /** Names and labels of the series of routes and rosters; those of the machine come and go. */
    private Set<String> series() {
        return scrape().lines()
                .filter(line -> line.startsWith("camel_") || line.startsWith("galileo_"))
                // The heartbeat beats when it will, and so begins its series between any two looks.
                .filter(line -> !line.contains("routeId=\"beat\""))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> routesOf(String metric) {
        return scrape().lines()
                .filter(line -> line.startsWith(metric + "{"))
                .flatMap(line -> LABEL.matcher(line).results())
                .filter(label ->
                        label.group(1).equals("routeId") && !label.group(2).isEmpty())
                .map(label -> label.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The sum over all series of this name with these labels; 0 if there is none. */
    private double value(String metric, String... labels) {
        return scrape().lines()
                .filter(line ->
                        line.startsWith(metric + "{") && Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String scrape() {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/prometheus"))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException("The management port does not answer.", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while reading metrics", e);
        }
    }
}
