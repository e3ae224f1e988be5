package org.galileok12.command;

import java.util.Properties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.quartz.SchedulerFactoryBeanCustomizer;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.stereotype.Component;

/** Keeps a check's scheduler in memory: a database that is not migrated yet has no tables for the schedule. */
@Component
@ConditionalOnProperty("galileo.check")
final class SchedulerOfCheck implements SchedulerFactoryBeanCustomizer {

    @Override
    public void customize(SchedulerFactoryBean scheduler) {
        scheduler.setQuartzProperties(new Properties());
    }
}
