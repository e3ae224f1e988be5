package org.galileok12.district;

import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

/**
 * The Quartz scheduler of the districts, clustered, with as many threads as districts may run at once on this node. It is not
 * the one of the housekeeping: a night in which every district is due at once must not keep that waiting, and nodes of releases
 * before it do not take its triggers. Not a scheduler in Spring's eyes, so that Boot's own stays the only one.
 */
public final class DistrictScheduler implements AutoCloseable {

    /** Its name in Quartz's tables; the view sync.next_run knows it too. */
    static final String NAME = "galileo-districts";

    private final SchedulerFactoryBean factory;
    private final Scheduler scheduler;

    private DistrictScheduler(SchedulerFactoryBean factory) throws Exception {
        this.factory = factory;
        factory.afterPropertiesSet();
        scheduler = factory.getScheduler();
    }

    /**
     * @param quartz what Boot's scheduler is made from
     * @param pool null for a scheduler in memory, which a check of the configuration has
     */
    static DistrictScheduler of(Properties quartz, @Nullable DataSource pool, int districtsAtOnce) throws Exception {
        var factory = new SchedulerFactoryBean();
        var properties = new Properties();
        if (pool != null) {
            properties.putAll(quartz);
            properties.setProperty(
                    "org.quartz.jobStore.driverDelegateInitString",
                    "triggerPersistenceDelegateClasses=" + LocalCronTriggers.class.getName());
            properties.setProperty("org.quartz.jobStore.class", OwnConnections.class.getName());
            factory.setDataSource(pool);
        }
        properties.setProperty("org.quartz.scheduler.instanceName", NAME);
        properties.setProperty("org.quartz.threadPool.threadCount", String.valueOf(districtsAtOnce));
        factory.setQuartzProperties(properties);
        factory.setAutoStartup(false);
        return new DistrictScheduler(factory);
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    /** A node that stops takes no firing any more: its routes are about to stop too, and the firing would be lost. */
    void takeNoMore() throws SchedulerException {
        if (!scheduler.isShutdown()) {
            scheduler.standby();
        }
    }

    @Override
    public void close() throws Exception {
        factory.destroy();
    }
}
