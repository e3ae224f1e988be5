package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.galileok12.house.Canaries;
import org.galileok12.simulator.SignIn;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What holds of every attempt at one node, written once: whoever is refused has no session, Clever was asked exactly so often, the
 * page says why without repeating anything, one row and one count more, no id that nobody verified, nothing secret in a log,
 * nothing kept. Counts from when it was made.
 */
final class Attempts implements AutoCloseable {

    static final String COUNTER = "galileo.sso.attempts";
    private static final Pattern TRACE = Pattern.compile("\\bat [a-z]+\\.[\\w.$]+\\(|Exception\\b|Whitelabel");
    private static final Pattern TOKEN = Pattern.compile("\\bil[0-9a-f]{40}\\b|\\beyJ[\\w-]{10,}\\.");

    /** Said by the roster: Clever has vouched for the person by then. */
    private static final Set<Reason> VERIFIED = EnumSet.range(Reason.DISTRICT_UNKNOWN, Reason.ROSTER_DOWN);

    private final JdbcTemplate db;
    private final MeterRegistry meters;
    private final SignIn clever;
    private final LogWatch log = LogWatch.open();
    private final long firstRow;
    private final int sessions;
    private final Asked before;
    private final Map<Reason, Double> counts = new EnumMap<>(Reason.class);

    Attempts(JdbcTemplate db, MeterRegistry meters, SignIn clever) {
        this.db = db;
        this.meters = meters;
        this.clever = clever;
        this.firstRow = number("select coalesce(max(attempt_id), 0) from sso.attempt");
        this.sessions = (int) number("select count(*) from sso.spring_session");
        this.before = Asked.upToNow(clever);
        for (var reason : Reason.values()) {
            counts.put(reason, counted(reason));
        }
    }

    LogWatch log() {
        return log;
    }

    /** All of the standard, before anything was asked of Clever but at most for a token. */
    void refused(Browser browser, HttpResponse<String> answer, Reason reason, int tokens) {
        refused(browser, answer, reason, new Asked(tokens, 0, 0, 0, 0));
    }

    /** All of the standard: refused for this reason, after so many calls, and nobody is signed in who was not before. */
    void refused(Browser browser, HttpResponse<String> answer, Reason reason, Asked calls) {
        assertThat(asked()).as("calls of Clever").isEqualTo(calls);
        refusedWhateverWasAsked(browser, answer, reason);
    }

    /** All of the standard but the calls, which a test looks at itself. */
    void refusedWhateverWasAsked(Browser browser, HttpResponse<String> answer, Reason reason) {
        written(reason);
        if (!VERIFIED.contains(reason)) {
            assertThat(rows())
                    .as("nobody was verified")
                    .allSatisfy(row ->
                            assertThat(row).containsEntry("clever_id", null).containsEntry("person_id", null));
        }
        nobodyIsIn(browser, answer, reason);
    }

    /** All of the standard but the row, for which the database is not asked or does not answer; Clever was asked for nothing. */
    void refusedUnwritten(Browser browser, HttpResponse<String> answer, Reason reason) {
        assertThat(asked()).as("calls of Clever").isEqualTo(Asked.NOTHING);
        nothingWritten();
        counted(Map.of(reason, 1.0));
        nobodyIsIn(browser, answer, reason);
    }

    private void nobodyIsIn(Browser browser, HttpResponse<String> answer, Reason reason) {
        shown(answer, reason);
        assertThat(number("select count(*) from sso.spring_session"))
                .as("sessions")
                .isEqualTo(sessions);
        assertThat(browser.cookie("__Host-galileo-session"))
                .as("session cookie")
                .isNull();
        nothingSecretIsLogged(browser);
        notEchoed(browser, answer);
    }

    /** The page of a refusal: status, words, code for support, headers. */
    void shown(HttpResponse<String> answer, Reason reason) {
        assertThat(answer.statusCode()).as("status").isEqualTo(reason.status());
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.body()).doesNotContainPattern(TRACE);
        notKept(answer);
    }

    static void notKept(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(value -> assertThat(value).contains("frame-ancestors 'none'"));
    }

    /** Exactly one attempt more, with this reason, in the audit and in the counter. */
    void written(Reason reason) {
        assertThat(rows()).as("audit").extracting(row -> row.get("reason")).containsExactly(reason.code());
        counted(Map.of(reason, 1.0));
    }

    private void counted(Map<Reason, Double> more) {
        for (var each : Reason.values()) {
            assertThat(counted(each) - counts.getOrDefault(each, 0.0))
                    .as("counter of " + each.code())
                    .isEqualTo(more.getOrDefault(each, 0.0));
        }
    }

    void nothingWritten() {
        assertThat(rows()).isEmpty();
    }

    /** The audit since then. */
    List<Map<String, Object>> rows() {
        return db.queryForList(
                "select reason, correlation, clever_id, person_id from sso.attempt where attempt_id > ? order by attempt_id",
                firstRow);
    }

    Asked asked() {
        return Asked.upToNow(clever).since(before);
    }

    int tokenCalls() {
        return asked().token();
    }

    /** The code for support on the page is the one in the audit. */
    void correlated(HttpResponse<String> answer) {
        assertThat(answer.body()).contains((String) rows().get(0).get("correlation"));
    }

    void nothingSecretIsLogged(Browser browser) {
        var secrets = browser.secrets();
        assertThat(log.lines()).allSatisfy(line -> {
            assertThat(secrets).noneMatch(line::contains);
            assertThat(line)
                    .doesNotContain(Canaries.FIRST_NAME, Canaries.LAST_NAME, Canaries.EMAIL)
                    .doesNotContainPattern(TOKEN);
        });
    }

    void operatorIsTold(String words) {
        assertThat(log.ours(Level.ERROR)).singleElement().asString().contains(words);
    }

    private static void notEchoed(Browser browser, HttpResponse<String> answer) {
        assertThat(browser.secrets())
                .allSatisfy(secret -> assertThat(answer.body()).doesNotContain(secret));
        assertThat(answer.body()).doesNotContain("evil", "<script>alert");
    }

    private double counted(Reason reason) {
        var counter = meters.find(COUNTER).tag("reason", reason.code()).counter();
        return counter == null ? 0 : counter.count();
    }

    private long number(String sql) {
        var number = db.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }

    @Override
    public void close() {
        log.close();
    }
}
