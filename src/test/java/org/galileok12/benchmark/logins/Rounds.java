package org.galileok12.benchmark.logins;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.galileok12.benchmark.CleverProcess;
import org.galileok12.benchmark.logins.ServiceProcess.Syncs;
import org.galileok12.simulator.GeneratedRoster;
import org.jspecify.annotations.Nullable;

/** The measurements of one service beside one Clever, one after the other; prints a line of a table for each. */
final class Rounds {

    private static final int CONNECTIONS = 200;
    private static final int COLD_SECONDS = 15;
    private static final int FLOOR_SECONDS = 5;
    private static final int SYNCS = 3;
    private static final int SHOWN = 120;

    private final PrintWriter out;
    private final CleverProcess clever;
    private final ServiceProcess service;
    private final SignInControl control;
    private final Statements statements;
    private final Connection connection;
    private final Shares shares;
    private final Load load;
    private final IntFunction<String> people;
    private final String redirectUri;
    private final boolean oidc;
    private @Nullable Visit signIn;

    Rounds(
            PrintWriter out,
            CleverProcess clever,
            ServiceProcess service,
            Connection connection,
            int students,
            String redirectUri,
            boolean oidc)
            throws SQLException {
        this.out = out;
        this.clever = clever;
        this.service = service;
        this.control = new SignInControl(clever.port());
        this.statements = new Statements(connection);
        this.connection = connection;
        this.shares = new Shares(service.handle(), postmaster(connection), clever.handle());
        this.load = new Load(service.port(), clever.port());
        var roster = GeneratedRoster.of(students, 1);
        // All over the district, as a morning's logins are.
        this.people = number -> roster.student((int) (number * 7919L % students));
        this.redirectUri = redirectUri;
        this.oidc = oidc;
    }

    /** A roster, people who may sign in, and a service that is just started: its first seconds are a row of their own. */
    void prepare(Duration warmUp) throws IOException, InterruptedException {
        var first = service.prepare();
        signIn = new SignInVisit(people, new HandedOver(service.port(), LoginBenchmark.PRODUCT));
        line(
                "%nClever says who it is by %s. The first sync took %.1f s; the service is warmed up for %d s after its first %d.%n",
                oidc ? "OIDC's id_token" : "/me and /users/{id}", first, warmUp.toSeconds(), COLD_SECONDS);
        line("| load | beside it | logins/s | failed | callback, ms | callback to hand-off, ms | from the click, ms |"
                + " CPU of service / database / Clever / browsers, ms | calls of Clever |%n"
                + "|---|---|---:|---:|---:|---:|---:|---:|---|");
        row(
                "16 at a time, right after a start",
                "–",
                () -> load.closed(signIn(), 16, Duration.ofSeconds(COLD_SECONDS)));
        load.closed(signIn(), 16, warmUp);
    }

    void alone(List<Integer> atOnce, int rate, Duration lasting) throws IOException, InterruptedException {
        var few = Duration.ofSeconds(FLOOR_SECONDS);
        row("floor: 3 empty requests, 16 at a time", "–", () -> load.closed(Floor.service(), 16, few));
        row(
                "floor: Clever's part, 16 at a time",
                "–",
                () -> load.closed(Floor.clever(people, redirectUri, oidc), 16, few));
        for (var browsers : atOnce) {
            row(browsers + " at a time", "–", () -> load.closed(signIn(), browsers, lasting));
        }
        row(rate + " a second", "–", () -> load.open(signIn(), rate, CONNECTIONS, lasting));
    }

    /** The first of the syncs finds 2 % of the records changed. */
    void besideSyncs(int atOnce, int rate, Duration lasting) throws IOException, InterruptedException {
        clever.show("changed");
        besideSyncs(atOnce + " at a time", () -> load.closed(signIn(), atOnce, lasting));
        clever.show("base");
        besideSyncs(rate + " a second", () -> load.open(signIn(), rate, CONNECTIONS, lasting));
    }

    private void besideSyncs(String name, Round round) throws IOException, InterruptedException {
        service.keepSyncing();
        Syncs[] syncs = new Syncs[1];
        row(name, "syncs without a pause", () -> {
            var measured = round.run();
            syncs[0] = service.stopSyncing();
            return measured;
        });
        line("|  | %d syncs, %.1f s each |  |  |  |  |  |  |  |", syncs[0].runs(), syncs[0].each());
    }

    /** What the database is asked by each request of a login. */
    void statements() throws IOException, SQLException {
        line("%nStatements by request; BEGIN travels with the statement after it, everything else is a round trip:%n");
        line("| request | statement | calls |%n|---|---|---:|");
        var steps = new LoginSteps(service.port(), clever.port(), people, statements);
        steps.measure()
                .forEach((step, calls) -> calls.forEach(
                        (statement, count) -> line("| %s | `%s` | %.1f |", step, beginning(statement), count)));
    }

    /** A failure of the load tells its status only; the audit says why. */
    void refusals() throws SQLException {
        line("%nAttempts by how they ended: %s", Refusals.counted(connection));
    }

    private static String beginning(String statement) {
        var shown = statement.length() > SHOWN ? statement.substring(0, SHOWN) + " …" : statement;
        return shown.replace("|", "\\|");
    }

    /** Health and a sync, without and with people whose logins hang. */
    void whileCleverHangs(int hung) throws IOException, InterruptedException {
        line(
                "%n| hung logins | health, ms: half / 99 %% / all | a sync, s | callbacks answered |%n|---:|---:|---:|---|");
        service.sync();
        besideHung(0, "–");
        try (var logins = HungLogins.begin(service.port(), control, hung, people)) {
            besideHung(hung, logins.answers());
            line("| | | | %s |", logins.answers());
        }
        besideHung(0, "–");
    }

    private void besideHung(int hung, String answers) throws IOException, InterruptedException {
        try (var health = new Health(service.managementPort())) {
            var seconds = 0.0;
            for (int i = 0; i < SYNCS; i++) {
                seconds += service.sync();
            }
            line("| %d | %s | %.1f | %s |", hung, health.percentiles(), seconds / SYNCS, answers);
        }
    }

    private void row(String name, String beside, Round round) throws IOException, InterruptedException {
        control.heal();
        shares.begin();
        var measured = round.run();
        line(
                "| %s | %s | %.0f | %s | %s | %s | %s | %s | %s |",
                name,
                beside,
                measured.perSecond(),
                measured.failures(),
                measured.percentiles(Login::callback),
                measured.percentiles(Login::toHandOff),
                measured.percentiles(Login::whole),
                shares.perLogin(measured.count()),
                control.callsPerLogin(Math.max(1, measured.count())));
    }

    private Visit signIn() {
        return java.util.Objects.requireNonNull(signIn);
    }

    private void line(String format, @Nullable Object... values) {
        out.println(String.format(Locale.ENGLISH, format, values));
    }

    private static ProcessHandle postmaster(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow(() -> new IllegalStateException("The database runs on another machine."));
        }
    }

    private interface Round {
        Measured run() throws IOException, InterruptedException;
    }
}
