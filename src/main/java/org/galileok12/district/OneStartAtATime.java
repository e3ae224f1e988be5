package org.galileok12.district;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nodes that start at the same moment add the jobs of their routes to Quartz one after the other: Camel looks for a job and then
 * adds it, and of two that do so at once the second would not start. Holds a connection, and PostgreSQL's advisory lock with it,
 * while the routes start; a node that dies meanwhile lets go of both,
 * and one that hangs keeps the others for a minute.
 */
final class OneStartAtATime implements CamelContextConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(OneStartAtATime.class);

    /** Any number that nobody else locks in this database; Flyway's are others. */
    private static final long LOCK = 0x6761_6c69_6c65_6fL;

    private static final int SECONDS = 60;

    private final DataSource pool;

    private @Nullable Connection connection;

    OneStartAtATime(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        try {
            connection = pool.getConnection();
            try (var lock = connection.prepareStatement("select pg_advisory_lock(?)")) {
                lock.setLong(1, LOCK);
                lock.setQueryTimeout(SECONDS);
                lock.execute();
            }
        } catch (SQLException e) {
            LOG.warn(
                    "Another node that starts has not come to an end for {} seconds; this one starts beside it. (SQLSTATE {})",
                    SECONDS,
                    e.getSQLState());
        }
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        try (var held = connection) {
            if (held != null) {
                try (var unlock = held.prepareStatement("select pg_advisory_unlock(?)")) {
                    unlock.setLong(1, LOCK);
                    unlock.execute();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database went away while this node started.", e);
        } finally {
            connection = null;
        }
    }
}
