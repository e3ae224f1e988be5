package org.galileok12.check;

import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.actuate.jdbc.DataSourceHealthIndicator;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells within seconds whether the database answers. Takes no connection from the pool: a sync that uses all of them is
 * not ill, and the pool would wait half a minute before it gives up.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseHealth {

    private static final int SECONDS = 3;

    /** Replaces Spring Boot's indicator of the same name. */
    @Bean
    DataSourceHealthIndicator dbHealthIndicator(DataSourceProperties database) throws SQLException {
        var connections = new PGSimpleDataSource();
        connections.setUrl(database.determineUrl());
        connections.setUser(database.determineUsername());
        connections.setPassword(database.determinePassword());
        connections.setConnectTimeout(SECONDS);
        connections.setLoginTimeout(SECONDS);
        connections.setSocketTimeout(SECONDS);
        return new DataSourceHealthIndicator(connections);
    }
}
