package org.galileok12.demo.product;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.galileok12.simulator.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product over a real database with a small roster, and who hands people to it. The time is the test's to set. */
abstract class ProductScenario {

    /** {@code &} and {@code <} are in a name, since they are in some. */
    static final String STUDENT = "Ana O'Neil & <b>";

    private static final DataSource DATABASE = migrated();

    final DataSource database = DATABASE;
    final JdbcClient db = JdbcClient.create(DATABASE);
    final SetClock clock = SetClock.at(Instant.parse("2026-08-31T15:00:00Z"));

    @SuppressWarnings("NullAway.Init")
    Issuer issuer;

    @SuppressWarnings("NullAway.Init")
    StandIn product;

    @BeforeEach
    void open() throws IOException {
        issuer = new Issuer();
        product = StandIn.start(
                new StandIn.Settings(0, database, issuer.url(), issuer.url(), "galileo", "secret", clock));
        db.sql("truncate product.hand_off_seen").update();
    }

    @AfterEach
    void close() {
        product.close();
        issuer.close();
    }

    long used() {
        return db.sql("select count(*) from product.hand_off_seen")
                .query(Long.class)
                .single();
    }

    private static DataSource migrated() {
        try {
            var postgres = EmbeddedPostgres.start();
            var database = postgres.getPostgresDatabase();
            Flyway.configure().dataSource(database).schemas("public").load().migrate();
            fill(JdbcClient.create(database));
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start.", e);
        }
    }

    /** District 1: school North; class 3 with student 7 and teacher 8, class 4 of teacher 9 without anybody else. */
    private static void fill(JdbcClient db) {
        db.sql(
                        "insert into galileo.district (district_id, clever_id, name) values (1, '58da8a43cc70ab00017a1a87', 'Demo')")
                .update();
        db.sql("insert into galileo.school (district_id, id, name) values (1, 1, 'North'), (1, 2, 'South')")
                .update();
        db.sql("""
                insert into galileo.person (district_id, id, first_name, preferred_first_name, last_name)
                values (1, 7, 'Anastasia', 'Ana', 'O''Neil & <b>'), (1, 8, 'Tom', null, 'Teach'), (1, 9, 'Uma', null, 'Other'),
                  (1, 10, 'Ada', null, 'Admin'), (1, 11, 'Sam', null, 'Staff')
                """).update();
        db.sql("insert into galileo.student (district_id, id, school_id, grade) values (1, 7, 1, '6+')")
                .update();
        db.sql("insert into galileo.section (district_id, id, name) values (1, 3, 'Maths <script>'), (1, 4, 'Art')")
                .update();
        db.sql("insert into galileo.person_school (district_id, person_id, school_id, is_primary)"
                        + " values (1, 7, 1, true), (1, 11, 2, true)")
                .update();
        db.sql("insert into galileo.enrollment (district_id, section_id, student_id) values (1, 3, 7)")
                .update();
        db.sql("insert into galileo.teaching (district_id, section_id, teacher_id) values (1, 3, 8), (1, 4, 9)")
                .update();
    }
}
