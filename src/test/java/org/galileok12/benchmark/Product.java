package org.galileok12.benchmark;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.galileok12.GalileoClever;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.LocalClever;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service with its own routes and defaults, without port and scheduler, over one database and one local Clever. */
final class Product implements AutoCloseable {

    private static final Memory MEMORY = new Memory();

    private final ConfigurableApplicationContext context;
    private final Map<String, LongAdder> millis = new ConcurrentHashMap<>();

    private Product(ConfigurableApplicationContext context) {
        this.context = context;
        context.getBean(CamelContext.class).getManagementStrategy().addEventNotifier(new Stopwatch());
    }

    static Product start(String cleverUrl, String databaseUrl, int pageSize) {
        return new Product(new SpringApplicationBuilder(GalileoClever.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + databaseUrl,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--clever.api-url=" + cleverUrl,
                        "--clever.oauth-url=" + cleverUrl,
                        "--clever.client-id=" + LocalClever.CLIENT_ID,
                        "--clever.client-secret=" + LocalClever.CLIENT_SECRET,
                        "--clever.page-size=" + pageSize,
                        "--logging.level.root=warn"));
    }

    String district() {
        return context.getBean(DistrictSync.class).rosteringDistricts().get(0);
    }

    /** One whole run, as any other. */
    Lap sync() {
        millis.clear();
        MEMORY.reset();
        var start = System.nanoTime();
        var result = context.getBean(DistrictSync.class).sync(district(), false, Progress.NONE);
        var seconds = (System.nanoTime() - start) / 1e9;
        if (result.outcome() != Outcome.DONE) {
            throw new IllegalStateException(
                    "A run of the benchmark ended " + result.outcome() + ": " + result.reason());
        }
        return new Lap(seconds, result, steps(), MEMORY.peakHeapMegabytes(), Memory.peakResidentMegabytes());
    }

    /** A run of which the caller takes the steps itself. */
    Exchange exchange() {
        var exchange = context.getBean(ProducerTemplate.class).send("direct:begin-run", it -> {
            it.setVariable("district", district());
            it.setVariable("trigger", "command");
            it.setVariable("dryRun", false);
        });
        return checked(exchange, "begin-run");
    }

    void step(Exchange exchange, String route) {
        context.getBean(ProducerTemplate.class).send("direct:" + route, exchange);
        checked(exchange, route);
    }

    /** Milliseconds by route or statement, of all that were called since the last run began. */
    Map<String, Long> steps() {
        var steps = new TreeMap<String, Long>();
        millis.forEach((step, sum) -> steps.put(step, sum.sum()));
        return steps;
    }

    @Override
    public void close() {
        context.close();
    }

    private static Exchange checked(Exchange exchange, String route) {
        if (exchange.getException() != null) {
            throw new IllegalStateException("Route " + route + " failed in the benchmark.", exchange.getException());
        }
        return exchange;
    }

    /** What one run cost. */
    record Lap(double seconds, RunResult result, Map<String, Long> steps, long heapMegabytes, long residentMegabytes) {

        long records() {
            return result.report().path("records").asLong();
        }

        /** Of all calls of a route or statement in the run. */
        long millis(String step) {
            return steps.getOrDefault(step, 0L);
        }
    }

    private final class Stopwatch extends EventNotifierSupport {

        @Override
        public void notify(CamelEvent event) {
            if (event instanceof ExchangeSentEvent sent) {
                var uri = sent.getEndpoint().getEndpointUri();
                var statement = sent.getExchange().getVariable("statement", String.class);
                var step = uri.startsWith("jdbc:") ? String.valueOf(statement) : uri.replaceAll("^.*://", "");
                millis.computeIfAbsent(step, name -> new LongAdder()).add(sent.getTimeTaken());
            }
        }
    }
}
