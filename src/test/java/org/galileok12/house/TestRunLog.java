package org.galileok12.house;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Writes every log line of the test run to target/test-run.log, our own from DEBUG on. Spring Boot resets the logging system when it
 * starts a context, so that this listener (META-INF/spring.factories) attaches the file again right after it.
 */
public final class TestRunLog implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final Path FILE = Path.of("target", "test-run.log");
    private static final String NAME = "TEST-RUN";

    static void startHere() {
        try {
            Files.deleteIfExists(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + FILE, e);
        }
        attach();
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(Logger.ROOT_LOGGER_NAME)
                .setLevel(Level.INFO);
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (TestRun.current() != null) {
            attach();
        }
    }

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    private static void attach() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger("org.galileok12").setLevel(Level.DEBUG);
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        if (root.getAppender(NAME) != null) {
            return;
        }
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d %level [%thread] %logger %mdc %msg %kvp%n%ex{full}");
        encoder.start();
        var appender = new FileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName(NAME);
        appender.setFile(FILE.toString());
        appender.setAppend(true);
        appender.setEncoder(encoder);
        appender.start();
        root.addAppender(appender);
    }
}
