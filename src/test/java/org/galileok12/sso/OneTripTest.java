package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.galileok12.GalileoClever;
import org.galileok12.simulator.LocalClever;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A statement of a login is one round trip to the database, and otherwise what it is on any connection. */
class OneTripTest extends AdmissionScenario {

    @Autowired
    @Qualifier("sso") @SuppressWarnings("NullAway.Init")
    private DataSource sso;

    @Test
    void parameters_are_counted_without_the_server() throws SQLException {
        try (var connection = sso.getConnection();
                // A statement that the server would refuse to describe.
                var statement = connection.prepareStatement("select ? from nowhere where a = ? and b = ?")) {
            assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(3);
            assertThatThrownBy(() -> statement.getParameterMetaData().getParameterType(1))
                    .isInstanceOf(SQLException.class)
                    .hasMessage("Only the number of parameters is known, not their getParameterType.");
        }
    }

    @Test
    void what_the_server_refuses_is_thrown_as_it_is() throws SQLException {
        try (var connection = sso.getConnection();
                var statement = connection.prepareStatement("select 1 from nowhere")) {
            assertThatThrownBy(statement::executeQuery)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("nowhere");
        }
    }

    @Test
    void a_login_is_two_round_trips_and_another_look_is_one() throws IOException {
        var amy = district.student("Amy Ng", north);
        open();
        try (var line = new CountedLine(POSTGRES.getPort());
                var service = service(line)) {
            var counted = service.getBean(Admission.class);
            for (int i = 0; i < 20; i++) {
                // Until the statements are prepared.
                counted.look(signedIn(counted.admit(identity(amy), newCorrelation())));
            }
            // What a connection says when it is made would be counted, too.
            await().until(() -> isFull(service.getBean("ssoPool", HikariDataSource.class), 2));
            await().until(() -> isFull(service.getBean("dataSource", HikariDataSource.class), 1));
            var before = line.trips();
            var said = line.conversation().length();

            var admitted = counted.admit(identity(amy), newCorrelation());
            assertThat(line.trips() - before)
                    .as(line.conversation().substring(said))
                    .isEqualTo(2);
            counted.look(signedIn(admitted));
            assertThat(line.trips() - before)
                    .as(line.conversation().substring(said))
                    .isEqualTo(3);
            counted.refused(Reason.CANCELLED, newCorrelation());
            assertThat(line.trips() - before)
                    .as(line.conversation().substring(said))
                    .isEqualTo(4);
        }
    }

    private static boolean isFull(HikariDataSource pool, int connections) {
        return pool.getHikariPoolMXBean().getIdleConnections() >= connections;
    }

    private static ConfigurableApplicationContext service(CountedLine line) {
        return new SpringApplicationBuilder(GalileoClever.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=jdbc:postgresql://localhost:" + line.port() + "/postgres",
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--clever.client-id=" + LocalClever.CLIENT_ID,
                        "--clever.client-secret=" + LocalClever.CLIENT_SECRET,
                        "--clever.api-url=" + CLEVER.url(),
                        "--clever.oauth-url=" + CLEVER.url(),
                        "--spring.datasource.hikari.minimum-idle=1",
                        "--galileo.sso.pool.maximum-pool-size=2");
    }
}
