package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.SchoolDistrict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A node that serves and looks for silent runs, beside a second JVM that something happens to in the middle of one. */
@TestPropertySource(
        properties = {
            "galileo.serve=true",
            "sync.cron=0 0 0 1 1 ? 2099",
            "sync.heartbeat=300",
            "sync.stale-after-seconds=2",
            "sync.resume-check=300",
            "sync.idle-transaction=4s",
        })
@DirtiesContext
abstract class ResumeScenario extends RichScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Environment environment;

    @SuppressWarnings("NullAway.Init")
    private Connection other;

    private static @Nullable SchoolDistrict twin;

    @SuppressWarnings("NullAway.Init")
    private static RunResult expected;

    /** Its twin, which differs by nothing but its ids, has gone undisturbed through what the district has before it. */
    @BeforeEach
    void twins() throws SQLException {
        if (twin == null) {
            twin = CLEVER.district("Undisturbed twin");
            expected = changed(twin);
        }
        var rich = firstSynced(district);
        rich.changeEverything();
        CLEVER.forgetRequests();
        other = POSTGRES.getPostgresDatabase().getConnection();
        other.setAutoCommit(false);
    }

    private RunResult changed(SchoolDistrict each) {
        firstSynced(each).changeEverything();
        var result = districtSync.sync(each.id(), false, Progress.NONE);
        assertThat(result.outcome()).isEqualTo(Outcome.DONE);
        return result;
    }

    private RichDistrict firstSynced(SchoolDistrict each) {
        var rich = new RichDistrict(each);
        rich.everythingTwice(CLEVER);
        assertThat(districtSync.sync(each.id(), false, Progress.NONE).outcome()).isEqualTo(Outcome.DONE);
        return rich;
    }

    @AfterEach
    void unlocked() throws SQLException {
        other.close();
    }

    /** A sync of the district in a JVM of its own. */
    NodeProcess node(String... settings) {
        var all = Stream.concat(
                Stream.of(
                        "routes.dir=" + environment.getProperty("routes.dir"),
                        "sync.max-rejected=0.5",
                        "sync.heartbeat=300",
                        "sync.stale-after-seconds=3",
                        "sync.idle-transaction=4s"),
                Stream.of(settings));
        return NodeProcess.run(List.of("sync", district.id()), all.toArray(String[]::new));
    }

    /** Clever keeps back page three of users until it is let go. */
    CountDownLatch pageHeldBack() {
        var go = new CountDownLatch(1);
        CLEVER.onPage("users", 3).in(district).before(() -> {
            try {
                assertThat(go.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return go;
    }

    /** Everything but users is read, and of those two pages. */
    void awaitTwoPagesOfUsers() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> rows("""
                                select 1 from sync.run_collection where district_id = ?
                                having bool_and(done or collection = 'users') and count(*) = 5
                                  and sum(pages) filter (where collection = 'users') = 2
                                """, districtId()).size() == 1);
    }

    void lock(String sql) {
        try (var statement = other.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The other session got no lock.", e);
        }
    }

    void unlock() {
        try {
            other.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("The other session kept its lock.", e);
        }
    }

    void awaitWaiting(String statement) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !rows(
                                "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like ?",
                                "-- " + statement + "%")
                        .isEmpty());
    }

    /** The run ends at this node, as if nothing had happened, in less than the promised minute. */
    String goesOnHere() {
        await().atMost(Duration.ofSeconds(55)).until(() -> !runStates().contains("RUNNING"));
        assertThat(runStates()).containsExactly("DONE", "DONE");
        assertThat(content(district)).isEqualTo(content(Objects.requireNonNull(twin)));
        assertThat(rows("""
                        select run_id, entity, action, id, a, b from sync.journal where district_id = ?
                        group by 1, 2, 3, 4, 5, 6 having count(*) > 1
                        """, districtId())).isEmpty();
        var report = one(
                "select report::text from sync.run where district_id = ? order by run_id desc limit 1",
                String.class,
                districtId());
        assertThat(report).contains("\"claims\": 1").contains("\"outcome\": \"DONE\"");
        assertThat(one(
                        "select (report -> 'entities')::text from sync.run where district_id = ? order by run_id desc limit 1",
                        String.class,
                        districtId()))
                .isEqualTo(one(
                        "select ?::jsonb::text",
                        String.class,
                        expected.report().path("entities").toString()));
        return report;
    }

    /** Who is what where, by Clever's ids without the part that tells the districts apart. */
    private List<String> content(SchoolDistrict of) {
        var prefix = of.id().substring(0, 18);
        return db.queryForList(
                CONTENT.replace(":prefix", "'" + prefix + "'").replace(":district", "'" + of.id() + "'"), String.class);
    }

    private static final String CONTENT = """
            with d as (select district_id from sync.connection where clever_id = :district),
            line as (
              select 'person ' || concat_ws(' ', clever_id, first_name, last_name, active) as text from galileo.person join d using (district_id)
              union all
              select 'student ' || concat_ws(' ', p.clever_id, s.grade, s.sis_id, s.active) from galileo.student s join d using (district_id) join galileo.person p using (district_id, id)
              union all
              select 'teacher ' || concat_ws(' ', p.clever_id, t.title, t.active) from galileo.teacher t join d using (district_id) join galileo.person p using (district_id, id)
              union all
              select 'school ' || concat_ws(' ', clever_id, name, active) from galileo.school join d using (district_id)
              union all
              select 'term ' || concat_ws(' ', clever_id, name, end_date, active) from galileo.term join d using (district_id)
              union all
              select 'section ' || concat_ws(' ', s.clever_id, s.name, c.clever_id, s.active) from galileo.section s join d using (district_id) left join galileo.school c on c.district_id = s.district_id and c.id = s.school_id
              union all
              select 'enrollment ' || concat_ws(' ', p.clever_id, s.clever_id, e.active_until is null) from galileo.enrollment e join d using (district_id)
                join galileo.person p on p.district_id = e.district_id and p.id = e.student_id join galileo.section s on s.district_id = e.district_id and s.id = e.section_id
              union all
              select 'teaching ' || concat_ws(' ', p.clever_id, s.clever_id, t.is_primary, t.active_until is null) from galileo.teaching t join d using (district_id)
                join galileo.person p on p.district_id = t.district_id and p.id = t.teacher_id join galileo.section s on s.district_id = t.district_id and s.id = t.section_id
              union all
              select 'belongs ' || concat_ws(' ', p.clever_id, s.clever_id, b.is_primary, b.active) from galileo.person_school b join d using (district_id)
                join galileo.person p on p.district_id = b.district_id and p.id = b.person_id join galileo.school s on s.district_id = b.district_id and s.id = b.school_id
              union all
              select 'contact ' || concat_ws(' ', p.clever_id, s.clever_id, r.relationship, r.active) from galileo.contact_student r join d using (district_id)
                join galileo.person p on p.district_id = r.district_id and p.id = r.contact_id join galileo.person s on s.district_id = r.district_id and s.id = r.student_id
              union all
              select 'filtered ' || concat_ws(' ', collection, clever_id, rule) from sync.filtered_id join d using (district_id)
              union all
              select 'quarantined ' || concat_ws(' ', collection, clever_id, rule, pointer) from sync.quarantine join d using (district_id)
            )
            select replace(text, :prefix, '…') from line order by 1
            """;
}
