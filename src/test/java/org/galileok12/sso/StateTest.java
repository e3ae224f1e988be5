package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.galileok12.simulator.SignInCall;
import org.junit.jupiter.api.Test;

/** A login is finished once, in time, and by the browser that began it. */
class StateTest extends SsoScenario {

    @Test
    void s05_a_state_that_nobody_gave_out_is_refused() {
        beginLogin(browser);

        var answer = browser.get(CALLBACK + "?code=stolen-code-1234&state=made-up-state-5678");

        attempts.refused(browser, answer, Reason.UNKNOWN_STATE, 0);
        attempts.correlated(answer);
    }

    @Test
    void s06_a_login_that_another_browser_began_is_refused_and_stays_that_ones() {
        var victim = newBrowser();
        beginLogin(victim);
        var back = beginLogin(browser);

        attempts.refused(victim, victim.get(back), Reason.FOREIGN_STATE, 0);

        browser.open(back);
        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
    }

    @Test
    void s07_going_back_to_a_callback_while_signed_in_leads_to_the_landing_page() {
        var back = beginLogin(browser);
        browser.get(back);
        watch();

        var again = browser.get(back);

        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(browser.location(again)).isEqualTo(PUBLIC_URL + "/signing-in");
        assertThat(attempts.tokenCalls()).isZero();
        attempts.nothingWritten();
        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
    }

    @Test
    void s07_a_callback_again_after_clever_failed_lets_nobody_in_as_who_was_there_before() {
        signIn(browser);
        var back = beginLogin(browser);
        CLEVER.signIn().on(SignInCall.TOKEN).answer(503);
        attempts.shown(browser.get(back), Reason.CLEVER_DOWN);
        watch();

        var again = browser.get(back);

        attempts.shown(again, Reason.SPENT_STATE);
        attempts.written(Reason.SPENT_STATE);
        assertThat(attempts.tokenCalls()).isZero();
        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
    }

    @Test
    void s07_a_callback_again_while_clever_is_still_asked_lets_nobody_in_as_who_was_there_before() {
        signIn(browser);
        var back = beginLogin(browser);
        CLEVER.signIn().on(SignInCall.TOKEN).hanging();
        watch();
        var first = CompletableFuture.supplyAsync(() -> browser.at(port).get(back));
        Awaitility.await().until(() -> attempts.tokenCalls() == 1);

        attempts.shown(browser.get(back), Reason.SPENT_STATE);

        assertThat(first.join().statusCode()).isEqualTo(Reason.CLEVER_SLOW.status());
        assertThat(attempts.tokenCalls()).isEqualTo(1);
    }

    @Test
    void s07_who_took_over_a_device_goes_back_to_the_own_callback_and_is_in() {
        signIn(browser);
        var back = beginLogin(browser);
        browser.get(back);
        watch();

        assertThat(browser.location(browser.get(back))).isEqualTo(PUBLIC_URL + "/signing-in");
        attempts.nothingWritten();
    }

    @Test
    void s08_going_back_to_a_callback_after_log_out_signs_nobody_in() {
        var back = beginLogin(browser);
        browser.get(back);
        logOut(browser);
        watch();

        attempts.refused(browser, browser.get(back), Reason.SPENT_STATE, 0);
    }

    @Test
    void s09_twenty_callbacks_at_once_are_one_login() {
        var back = beginLogin(browser);

        var answers = atOnce(20, back);

        assertThat(attempts.tokenCalls()).isEqualTo(1);
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .allMatch(status -> status == 302 || status == Reason.SPENT_STATE.status());
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 302))
                .hasSize(1);
        assertThat(attempts.rows()).extracting(row -> row.get("reason")).containsOnlyOnce("admitted");
        assertThat(db.queryForObject(
                        "select count(*) from sso.spring_session where principal_name = ?",
                        Integer.class,
                        nameOf(student)))
                .isEqualTo(1);
    }

    @Test
    void s10_two_tabs_both_sign_in() {
        var first = beginLogin(browser);
        var second = beginLogin(browser);

        browser.get(first);
        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
        browser.get(second);

        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
        assertThat(attempts.tokenCalls()).isEqualTo(2);
    }

    @Test
    void s11_an_answer_after_more_than_ten_minutes_is_too_late() {
        var back = beginLogin(browser);
        db.update("update sso.pending_login set began_at = now() - interval '601 seconds'");

        attempts.refused(browser, browser.get(back), Reason.EXPIRED_STATE, 0);
    }

    @Test
    void s11_an_answer_just_before_is_not() {
        var back = beginLogin(browser);
        db.update("update sso.pending_login set began_at = now() - interval '590 seconds'");

        browser.get(back);

        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
    }

    @Test
    void s12_a_blank_state_is_refused_and_not_taken_for_none() {
        beginLogin(browser);

        attempts.refused(browser, browser.get(CALLBACK + "?code=some-code-1234&state="), Reason.UNKNOWN_STATE, 0);
    }

    @Test
    void s17_a_browser_keeps_its_five_newest_logins() {
        var begun = IntStream.range(0, 6).mapToObj(i -> beginLogin(browser)).toList();

        assertThat(browser.get(begun.get(0)).statusCode()).isEqualTo(Reason.UNKNOWN_STATE.status());
        browser.get(begun.get(1));
        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
        browser.get(begun.get(5));
        assertThat(attempts.tokenCalls()).isEqualTo(2);
    }

    @Test
    void logins_that_are_over_take_no_place_from_one_that_is_under_way() {
        var begun = beginLogin(browser);
        for (var i = 0; i < 3; i++) {
            browser.get(beginLogin(browser));
        }
        beginLogin(browser);
        db.update("update sso.pending_login set began_at = now() - interval '601 seconds' where taken_at is null"
                + " and began_at = (select max(began_at) from sso.pending_login)");
        browser.get(beginLogin(browser));
        watch();

        browser.get(begun);

        attempts.written(Reason.ADMITTED);
    }

    @Test
    void trying_again_asks_for_the_same_district_and_page() {
        var asked = "?district_id=" + district.id() + "&return_to=%2Fclasses%2F7";
        var again = "href=\"" + START + asked.replace("&", "&amp;") + "\"";

        assertThat(browser.get(stopped(asked)).body()).contains(again);
        var late = stopped(asked);
        db.update("update sso.pending_login set began_at = now() - interval '601 seconds'");
        assertThat(browser.get(late).body()).contains(again);
        // Not of another browser's login.
        var other = newBrowser();
        other.get(START);
        assertThat(other.get(stopped(asked)).body())
                .contains("href=\"" + START + "\"")
                .doesNotContain("classes");
    }

    @Test
    void trying_a_start_again_asks_for_the_same_district_and_page() {
        var asked = "?district_id=" + district.id() + "&return_to=%2Fclasses%2F7";

        assertThat(browser.send("PUT", START + asked, "").body())
                .contains("href=\"" + START + asked.replace("&", "&amp;") + "\"");
        assertThat(browser.send("PUT", START + "?district_id=%22evil&return_to=%2Fadmin", "")
                        .body())
                .contains("href=\"" + START + "\"");
    }

    @Test
    void a_database_that_gives_no_connection_is_waited_for_once() throws SQLException {
        try (var node = node("--galileo.sso.pool.maximum-pool-size=1", "--galileo.sso.pool.connection-timeout=3000")) {
            var someone = browser.at(portOf(node));
            signIn(someone);
            watch();
            try (var taken = node.getBean("ssoPool", DataSource.class).getConnection()) {
                for (var path : List.of(START, "/signing-in")) {
                    var began = System.nanoTime();
                    attempts.shown(someone.get(path), Reason.ROSTER_DOWN);
                    assertThat(Duration.ofNanos(System.nanoTime() - began))
                            .isBetween(Duration.ofMillis(2_500), Duration.ofMillis(5_500));
                }
                assertThat(taken.isClosed()).isFalse();
            }
            attempts.nothingWritten();
            assertThat(someone.get("/signing-in").statusCode()).isEqualTo(200);
            assertThat(node.getBean(MeterRegistry.class)
                            .counter("galileo.sso.attempts.unwritten")
                            .count())
                    .isEqualTo(1);
        }
    }

    /** The callback's address when somebody says no at Clever. */
    private String stopped(String query) {
        var toClever = String.valueOf(browser.location(browser.get(START + query)));
        return CALLBACK + "?error=access_denied&" + toClever.replaceFirst(".*[?&](state=[^&]*).*", "$1");
    }

    @Test
    void neither_state_nor_cookie_is_stored_as_it_is() {
        var back = beginLogin(browser);

        var stored = db.queryForList(
                        "select encode(state_hash, 'escape') || encode(browser_hash, 'escape') || coalesce(return_to, '') as row"
                                + " from sso.pending_login",
                        String.class)
                .toString();

        assertThat(stored).doesNotContain(back.replaceFirst(".*state=", ""));
        assertThat(stored).doesNotContain(String.valueOf(browser.cookie("__Host-galileo-login")));
    }

    /** The same request twenty times, each on a connection of its own, with the cookies of this moment. */
    private List<HttpResponse<String>> atOnce(int times, String address) {
        var threads = Executors.newFixedThreadPool(times);
        try {
            return IntStream.range(0, times)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> browser.at(port).get(address), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            threads.shutdown();
        }
    }
}
