package org.galileok12.faults;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.galileok12.GalileoClever;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.EventSwitch;
import org.galileok12.run.HeldPlans;
import org.galileok12.simulator.LocalClever;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A service with a Clever of its own, on the database of all lanes; it plays one schedule at a time. */
final class Lane implements AutoCloseable {

    static final int PAGE_SIZE = 5;
    static final int RETRIES = 2;
    static final Duration READ_TIMEOUT = Duration.ofMillis(1200);

    private final EmbeddedPostgres postgres;
    private final String name;
    private final LocalClever clever = LocalClever.start();
    private final StatementMoments moments = new StatementMoments();
    private final JumpingClock clock = new JumpingClock();
    private final HikariDataSource watching = new HikariDataSource();
    private final JdbcTemplate db;
    private final ConfigurableApplicationContext service;
    private volatile @Nullable SecondNode prepared;

    Lane(EmbeddedPostgres postgres, int number) {
        this.postgres = postgres;
        this.name = "lane-" + number;
        watching.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        watching.setMaximumPoolSize(8);
        watching.setMinimumIdle(1);
        this.db = new JdbcTemplate(watching);
        this.service = new SpringApplicationBuilder(GalileoClever.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> {
                    var beans = (GenericApplicationContext) context;
                    beans.registerBean(StatementMoments.class, () -> moments);
                    beans.registerBean(Clock.class, () -> clock);
                })
                .run(settings(postgres, clever, name).map(each -> "--" + each).toArray(String[]::new));
    }

    /** Those of any node of this lane. */
    private static Stream<String> settings(EmbeddedPostgres postgres, LocalClever clever, String application) {
        return Stream.of(
                "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres") + "&ApplicationName="
                        + application,
                "spring.datasource.username=postgres",
                "spring.datasource.password=postgres",
                "spring.datasource.hikari.maximum-pool-size=12",
                "clever.api-url=" + clever.url(),
                "clever.oauth-url=" + clever.url(),
                "clever.client-id=" + LocalClever.CLIENT_ID,
                "clever.client-secret=" + LocalClever.CLIENT_SECRET,
                "clever.page-size=" + PAGE_SIZE,
                "sync.events-limit=" + PAGE_SIZE,
                "sync.events-pages=1",
                "clever.retries=" + RETRIES,
                "clever.retry-delay=1ms",
                "clever.retry-max-delay=5ms",
                "clever.max-pages=40",
                "clever.read-timeout=" + READ_TIMEOUT.toMillis() + "ms",
                "clever.call-deadline=2500ms",
                "sync.transaction-retry-delay=1",
                "management.server.port=0");
    }

    LocalClever clever() {
        return clever;
    }

    StatementMoments moments() {
        return moments;
    }

    JumpingClock clock() {
        return clock;
    }

    JdbcTemplate db() {
        return db;
    }

    DistrictSync districtSync() {
        return service.getBean(DistrictSync.class);
    }

    EventSwitch eventSwitch() {
        return service.getBean(EventSwitch.class);
    }

    /** One look at the events of a district. */
    void follow(String district) {
        service.getBean(ProducerTemplate.class)
                .send("direct:follow-district", exchange -> exchange.setVariable("district", district));
    }

    HeldPlans heldPlans() {
        return service.getBean(HeldPlans.class);
    }

    /** As an administrator, a failover or a dying server would. */
    void terminateBackends() {
        db.queryForList("select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?", name);
    }

    /** No call of the next run meets a connection that an earlier fault has killed. */
    void forgetConnections() {
        service.getBeansOfType(HikariDataSource.class).values().stream()
                .map(HikariDataSource::getHikariPoolMXBean)
                // None for a pool that nobody has used yet.
                .filter(Objects::nonNull)
                .forEach(HikariPoolMXBean::softEvictConnections);
    }

    boolean waitsForALock() {
        return waitsForALock(name);
    }

    private boolean waitsForALock(String application) {
        return !db.queryForList(
                        "select 1 from pg_stat_activity where wait_event_type = 'Lock' and application_name = ?",
                        application)
                .isEmpty();
    }

    /** False when the trial's run was over first. */
    boolean awaitsLockOf(String application, Trial trial) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> trial.isOver() || trial.startHasEnded() || waitsForALock(application));
        return waitsForALock(application);
    }

    Connection newConnection() {
        try {
            return postgres.getPostgresDatabase().getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL gives no connection.", e);
        }
    }

    /** Nobody can write the people of a district until the answer is run. */
    Runnable holdPeople(String district) {
        var other = newConnection();
        try (var statement = other.prepareStatement(
                "select from galileo.person p join sync.connection c using (district_id) where c.clever_id = ? for update of p")) {
            other.setAutoCommit(false);
            statement.setString(1, district);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The people could not be locked.", e);
        }
        return () -> {
            try (other) {
                other.rollback();
            } catch (SQLException e) {
                throw new IllegalStateException("The people are still locked.", e);
            }
        };
    }

    /** Starts a second JVM in the background, for the next kill. */
    void prepareSecondNode() {
        prepared = SecondNode.start(
                settings(postgres, clever, SecondNode.APPLICATION).toList());
    }

    boolean hasSecondNode() {
        var node = prepared;
        return node != null && node.isReady();
    }

    /** The prepared one; when it is killed, the next is on its way already. */
    SecondNode secondNode() {
        if (prepared == null) {
            prepareSecondNode();
        }
        var node = Objects.requireNonNull(prepared);
        node.awaitReady();
        return node;
    }

    List<String> requests() {
        return clever.requests().stream().map(Object::toString).toList();
    }

    @Override
    public void close() {
        var node = prepared;
        if (node != null) {
            node.close();
        }
        service.close();
        watching.close();
        clever.close();
    }
}
