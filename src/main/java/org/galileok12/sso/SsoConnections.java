package org.galileok12.sso;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the connections of logins apart from the sync's. None is opened before the first login. */
@Configuration(proxyBeanMethods = false)
class SsoConnections {

    /** A login that gets no connection in time is refused: better than a queue of people who wait. */
    @Bean(destroyMethod = "close", defaultCandidate = false)
    HikariDataSource ssoPool(
            DataSourceProperties database,
            @Value("${galileo.sso.pool.maximum-pool-size:10}") int connections,
            @Value("${galileo.sso.pool.connection-timeout:2000}") long timeout) {
        var pool = database.initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        pool.setPoolName("sso");
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(timeout);
        // Within the time that a login waits, so that a dead connection leaves some of it for another one.
        pool.setValidationTimeout(1000);
        pool.setMinimumIdle(2);
        // A database that is down at the first login is no other than one that goes down later.
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionInitSql("set statement_timeout = '5s'");
        pool.addDataSourceProperty("ApplicationName", "galileo-clever sso");
        pool.addDataSourceProperty("socketTimeout", "10");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }

    /** What {@code jdbc:sso} uses. */
    @Bean(defaultCandidate = false)
    DataSource sso(@Qualifier("ssoPool") HikariDataSource ssoPool) {
        return new OneTrip(ssoPool);
    }
}
