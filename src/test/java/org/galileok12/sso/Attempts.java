package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.galileok12.house.Canaries;
import org.galileok12.simulator.SignIn;
import org.galileok12.simulator.SignInCall;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What holds of every attempt, written once: whoever is refused has no session, Clever was asked exactly so often, the page says
 * why without repeating anything, one row and one count more, nothing secret in a log, nothing kept. Counts from when it was made.
 */
final class Attempts implements AutoCloseable {

    static final String COUNTER = "galileo.sso.attempts";
    private static final Pattern TRACE = Pattern.compile("\\bat [a-z]+\\.[\\w.$]+\\(|Exception\\b|Whitelabel");
    private static final Pattern TOKEN = Pattern.compile("\\bil[0-9a-f]{40}\\b|\\beyJ[\\w-]{10,}\\.");

    private final JdbcTemplate db;
    private final MeterRegistry meters;
    private final SignIn clever;
    private final LogWatch log = LogWatch.open();
    private final long firstRow;
    private final int sessions;
    private final int tokenCalls;
    private final Map<Reason, Double> counts = new java.util.EnumMap<>(Reason.class);

    Attempts(JdbcTemplate db, MeterRegistry meters, SignIn clever) {
        this.db = db;
        this.meters = meters;
        this.clever = clever;
        this.firstRow = number("select coalesce(max(attempt_id), 0) from sso.attempt");
        this.sessions = (int) number("select count(*) from sso.spring_session");
        this.tokenCalls = clever.calls(SignInCall.TOKEN);
        for (var reason : Reason.values()) {
            counts.put(reason, counted(reason));
        }
    }

    LogWatch log() {
        return log;
    }

    /** All of the standard: refused for this reason, after so many token calls, and nobody is signed in who was not before. */
    void refused(Browser browser, HttpResponse<String> answer, Reason reason, int tokens) {
        shown(answer, reason);
        written(reason);
        assertThat(clever.calls(SignInCall.TOKEN) - tokenCalls)
                .as("token calls")
                .isEqualTo(tokens);
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
        for (var each : Reason.values()) {
            assertThat(counted(each) - counts.getOrDefault(each, 0.0))
                    .as("counter of " + each.code())
                    .isEqualTo(each == reason ? 1.0 : 0.0);
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

    int tokenCalls() {
        return clever.calls(SignInCall.TOKEN) - tokenCalls;
    }

    /** The code for support on the page is the one in the audit. */
    void correlated(HttpResponse<String> answer) {
        assertThat(answer.body()).contains((String) rows().get(0).get("correlation"));
    }

    void nothingSecretIsLogged(Browser browser) {
        assertThat(log.lines()).allSatisfy(line -> {
            assertThat(line)
                    .doesNotContain(browser.secrets())
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
