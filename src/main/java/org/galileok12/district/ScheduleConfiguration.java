package org.galileok12.district;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.galileok12.rules.ZoneRules;
import org.galileok12.run.Questions;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.quartz.JobStoreType;
import org.springframework.boot.autoconfigure.quartz.QuartzProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;

/** The schedule of the districts: its scheduler, and the beans that its routes call by name. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    DistrictScheduler districtScheduler(
            QuartzProperties quartz, DataSource pool, @Value("${sync.districts-at-once}") int districts)
            throws Exception {
        var properties = new Properties();
        properties.putAll(quartz.getProperties());
        return DistrictScheduler.of(properties, quartz.getJobStoreType() == JobStoreType.JDBC ? pool : null, districts);
    }

    /** Camel's component "districts:": as "quartz:", on the scheduler of the districts. Only {@code serve} starts it. */
    @Bean
    QuartzComponent districts(DistrictScheduler scheduler, @Value("${galileo.serve:false}") boolean serve) {
        var component = new QuartzComponent();
        component.setScheduler(scheduler.scheduler());
        component.setAutoStartScheduler(serve);
        return component;
    }

    /** Before Camel's routes stop, which listen to the same event by their lifecycle, later. */
    @Bean
    ApplicationListener<ContextClosedEvent> noFiringWhileStopping(DistrictScheduler scheduler, ApplicationContext own) {
        return event -> {
            if (event.getApplicationContext() == own) {
                try {
                    scheduler.takeNoMore();
                } catch (SchedulerException e) {
                    throw new IllegalStateException("The scheduler of the districts cannot be stopped.", e);
                }
            }
        };
    }

    @Bean
    @ConditionalOnProperty("galileo.serve")
    CamelContextConfiguration oneStartAtATime(DataSource pool) {
        return new OneStartAtATime(pool);
    }

    @Bean
    Triggers triggers(DistrictScheduler scheduler, Clock clock) {
        return new Triggers(scheduler, clock);
    }

    @Bean
    Firings firings(
            Clock clock,
            @Value("${sync.late-after}") Duration lateAfter,
            @Value("${sync.busy-check}") Duration busyCheck,
            MeterRegistry meters) {
        return new Firings(clock, lateAfter, busyCheck, meters);
    }

    @Bean
    Freshness freshness(
            Clock clock,
            @Value("${sync.freshness-check}") Duration check,
            @Value("${sync.freshness-limit}") Duration limit) {
        return new Freshness(clock, check, limit);
    }

    @Bean
    ScheduleSteps scheduleSteps(
            @Value("${routes.dir}") Path routes,
            @Value("${sync.cron}") String cron,
            @Value("${sync.time-zone}") ZoneId zone,
            Clock clock) {
        return new ScheduleSteps(ZoneRules.load(routes.resolve("rules/zones.yaml")), cron, zone, clock);
    }

    @Bean
    Schedules schedules(ProducerTemplate camel) {
        return new CamelSchedules(new Questions(camel));
    }
}
