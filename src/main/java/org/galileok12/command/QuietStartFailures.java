package org.galileok12.command;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Keeps Spring from printing the stack trace of a failed start that a command explains in one sentence. The trace is in
 * the log at DEBUG. Starts that no command made, as in a test, are reported as ever.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class QuietStartFailures implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger(QuietStartFailures.class);

    private final boolean startedByCommand;

    QuietStartFailures(ConfigurableApplicationContext context) {
        startedByCommand = context.getEnvironment().containsProperty("galileo.serve");
    }

    @Override
    public boolean reportException(Throwable failure) {
        if (startedByCommand) {
            LOG.debug("The application did not start.", failure);
        }
        return startedByCommand;
    }
}
