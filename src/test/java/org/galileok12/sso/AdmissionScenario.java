package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.MeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.galileok12.GalileoClever;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.LocalClever;
import org.galileok12.simulator.SchoolDistrict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People whom Clever vouches for, at the door of a service with one district of its own for each test; without a browser. */
@SpringBootTest(
        classes = GalileoClever.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "clever.retry-delay=1ms",
            "sync.transaction-retry-delay=1",
            "sync.retention-days=30",
            "spring.datasource.hikari.minimum-idle=1",
        })
abstract class AdmissionScenario {

    static final String OPS = "Olga Ops";
    /** Nobody's id is kept of these. */
    private static final Set<Reason> WITHOUT_ROSTER =
            EnumSet.of(Reason.DISTRICT_UNKNOWN, Reason.DISTRICT_DISCONNECTED, Reason.ROSTER_DOWN, Reason.FAILED);

    static final EmbeddedPostgres POSTGRES = OwnDatabase.start();
    static final LocalClever CLEVER = LocalClever.start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    @SuppressWarnings("NullAway.Init")
    DistrictSync districtSync;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    JdbcTemplate db;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Admission admission;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    SsoSwitch ssoSwitch;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    MeterRegistry meters;

    @SuppressWarnings("NullAway.Init")
    SchoolDistrict district;

    @SuppressWarnings("NullAway.Init")
    ListedRecord north;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "postgres");
        registry.add("clever.api-url", CLEVER::url);
        registry.add("clever.oauth-url", CLEVER::url);
        registry.add("clever.client-id", () -> LocalClever.CLIENT_ID);
        registry.add("clever.client-secret", () -> LocalClever.CLIENT_SECRET);
    }

    @BeforeEach
    void newDistrict() {
        CLEVER.reset();
        district = CLEVER.district("Admission " + COUNT.incrementAndGet());
        north = district.school("North");
    }

    RunResult sync() {
        return districtSync.sync(district.id(), false, Progress.NONE);
    }

    RunResult syncDone() {
        var result = sync();
        assertThat(result.outcome()).as(String.valueOf(result.reason())).isEqualTo(Outcome.DONE);
        return result;
    }

    /** Published, and single sign-on is on for everybody. */
    void open() {
        syncDone();
        ssoSwitch.on(district.id(), EnumSet.allOf(Role.class), false, OPS);
    }

    Identity identity(ListedPerson person) {
        return new Identity(person.id(), district.id(), null);
    }

    Identity createdAt(ListedPerson person, @Nullable Instant moment) {
        return new Identity(person.id(), district.id(), moment);
    }

    /** Is admitted, once in the audit and once in the counter. */
    Admitted comesIn(ListedPerson person) {
        var before = counted(Reason.ADMITTED);
        var correlation = newCorrelation();
        var admitted = admission.admit(identity(person), correlation);
        assertThat(attempt(correlation))
                .containsEntry("reason", "admitted")
                .containsEntry("district_id", districtId())
                .containsEntry("clever_id", person.id())
                .containsEntry("person_id", admitted.personId())
                .containsEntry("role", admitted.roles().get(0).code());
        assertThat(counted(Reason.ADMITTED)).isEqualTo(before + 1);
        return admitted;
    }

    /** Is not admitted, once in the audit and once in the counter, and nothing is created of it. */
    void isRefused(Identity identity, Reason reason) {
        var before = counted(reason);
        var people = one("select count(*) from galileo.person", Long.class);
        var correlation = newCorrelation();

        var refused = catchThrowableOfType(Refused.class, () -> admission.admit(identity, correlation));

        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused).hasMessage("Not signed in: " + reason.code() + ".").hasNoCause();
        assertThat(attempt(correlation))
                .containsEntry("reason", reason.code())
                .containsEntry("clever_id", WITHOUT_ROSTER.contains(reason) ? null : identity.cleverId())
                .containsEntry("role", null);
        assertThat(counted(reason)).isEqualTo(before + 1);
        assertThat(one("select count(*) from galileo.person", Long.class)).isEqualTo(people);
    }

    void isRefused(ListedPerson person, Reason reason) {
        isRefused(identity(person), reason);
    }

    /** The one row of this attempt. */
    Map<String, Object> attempt(String correlation) {
        return db.queryForMap("select * from sso.attempt where correlation = ?", correlation);
    }

    String newCorrelation() {
        return "C" + COUNT.incrementAndGet();
    }

    double counted(Reason reason) {
        return meters.get("galileo.sso.attempts")
                .tag("reason", reason.code())
                .counter()
                .count();
    }

    /** As the browser's session stands in the database. */
    void session(Admitted who) {
        var id = "%036d".formatted(COUNT.incrementAndGet());
        db.update("""
                insert into sso.spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,
                  expiry_time, principal_name)
                values (?, ?, 0, 0, 1800, 9999999999999, ?)
                """, id, id, who.districtId() + ":" + who.personId());
        db.update("""
                insert into sso.spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
                values (?, 'a', '\\x00')
                """, id);
    }

    boolean hasSession(Admitted who) {
        return one(
                        "select count(*) from sso.spring_session where principal_name = ?",
                        Long.class,
                        who.districtId() + ":" + who.personId())
                > 0;
    }

    static SignedIn signedIn(Admitted who) {
        return new SignedIn(who.districtId(), who.personId(), who.roles().get(0), who.roles());
    }

    int districtId() {
        return one("select district_id from sync.connection where clever_id = ?", Integer.class, district.id());
    }

    /** What was decided about the district's switch, in order. */
    List<String> decisions() {
        return db.queryForList(
                "select concat_ws(' ', kind, 'by', decided_by || ':', outcome) from sync.decision where district_id = ? and kind = 'sso' order by decision_id",
                String.class,
                districtId());
    }

    <T> T one(String sql, Class<T> type, Object... parameters) {
        return Objects.requireNonNull(db.queryForObject(sql, type, parameters), sql);
    }
}
