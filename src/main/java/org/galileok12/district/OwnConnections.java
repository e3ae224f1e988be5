package org.galileok12.district;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.quartz.SchedulerConfigException;
import org.quartz.spi.ClassLoadHelper;
import org.quartz.spi.SchedulerSignaler;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.scheduling.quartz.LocalDataSourceJobStore;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

/**
 * Spring's job store, with connections of its own service. Quartz keeps data sources in one map of the JVM, by the name of the
 * scheduler: the last of several services in it would be everybody's, also when it is closed. Made by Quartz.
 */
public final class OwnConnections extends LocalDataSourceJobStore {

    @Override
    public void initialize(ClassLoadHelper classes, SchedulerSignaler signaler) throws SchedulerConfigException {
        var pool = Objects.requireNonNull(SchedulerFactoryBean.getConfigTimeDataSource());
        super.initialize(classes, signaler);
        var name = getInstanceName() + " " + UUID.randomUUID();
        var connections = DBConnectionManager.getInstance();
        // Inside Spring's transaction, and for what Quartz does by itself.
        connections.addConnectionProvider(name, (Source) () -> DataSourceUtils.doGetConnection(pool));
        connections.addConnectionProvider(name + " alone", (Source) pool::getConnection);
        setDataSource(name);
        setNonManagedTXDataSource(name + " alone");
    }

    /** The pool is not ours to open or close. */
    @FunctionalInterface
    private interface Source extends ConnectionProvider {
        @Override
        Connection getConnection() throws SQLException;

        @Override
        default void initialize() {}

        @Override
        default void shutdown() {}
    }
}
