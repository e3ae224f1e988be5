package org.galileok12.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;

/** Runs the service until it is stopped. */
@Command(
        name = "serve",
        description = "Run the service: scheduled syncs, the operator's API, metrics and health. The default.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final Bootstrap bootstrap;

    ServeCommand(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Integer call() throws InterruptedException {
        var closing = new CountDownLatch(1);
        var context = bootstrap.start(Mode.SERVE, new Preflight(Mode.SERVE));
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> {
            // The management port has a context of its own, whose closing is told here too.
            if (event.getApplicationContext() == context) {
                closing.countDown();
            }
        });
        if (context.isActive()) {
            LOG.info(ready(context));
            if (context.getEnvironment()
                    .getProperty("galileo.operator.user", "")
                    .isBlank()) {
                LOG.info("The operator's API is off: it refuses everybody until GALILEO_OPERATOR_USER and"
                        + " GALILEO_OPERATOR_PASSWORD_HASH are set.");
            }
            closing.await();
        }
        // The event comes first and the work afterwards: this waits for its end.
        context.close();
        return ExitCode.DONE;
    }

    private static String ready(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var cron = environment.getProperty("sync.cron", "").strip();
        return "Ready: %d routes run; each district is synchronised by its own schedule, without one %s; API on port %s; health and metrics on port %s."
                .formatted(
                        context.getBean(CamelContext.class).getRoutesSize(),
                        cron.isEmpty() ? "between one and four at night" : "at '" + cron + "'",
                        environment.getProperty("local.server.port"),
                        environment.getProperty("local.management.port"));
    }
}
