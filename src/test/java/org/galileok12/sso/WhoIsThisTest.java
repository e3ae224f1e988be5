package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.galileok12.simulator.SignInCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The code was good, but who it is Clever does not say, or says in two ways. */
@Timeout(60)
class WhoIsThisTest extends SsoScenario {

    private static final String STRANGER = "0123456789abcdef01234567";

    @ParameterizedTest
    @CsvSource({
        "401, IDENTITY_REJECTED",
        "403, IDENTITY_REJECTED",
        "404, IDENTITY_REJECTED",
        "429, CLEVER_DOWN",
        "500, CLEVER_DOWN",
        "503, CLEVER_DOWN",
        "302, CLEVER_UNREADABLE"
    })
    void s49_a_status_in_place_of_a_name_signs_nobody_in(int status, Reason reason) {
        CLEVER.signIn().on(SignInCall.ME).answer(status, Map.of("location", "https://evil.example/"), "<h1>evil</h1>");

        attempts.refused(browser, browser.open(START), reason, Asked.TOKEN_AND_ME);
    }

    @Test
    void s49_a_page_for_people_signs_nobody_in() {
        CLEVER.signIn().on(SignInCall.ME).html();

        attempts.refused(browser, browser.open(START), Reason.CLEVER_UNREADABLE, Asked.TOKEN_AND_ME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"data\":[]}",
                "{\"data\":{}}",
                "{\"data\":{\"district\":\"0123456789abcdef01234567\",\"type\":\"user\"}}",
                "{\"data\":{\"id\":\"0123456789abcdef01234567\",\"type\":\"user\"}}",
                "{\"data\":{\"id\":12345,\"district\":\"0123456789abcdef01234567\",\"type\":\"user\"}}",
                "{\"data\":{\"id\":\"1' or '1'='1\",\"district\":\"0123456789abcdef01234567\",\"type\":\"user\"}}",
                "{\"data\":{\"id\":\"0123456789ABCDEF01234567\",\"district\":\"0123456789abcdef01234567\"}}",
                "{\"data\":{\"id\":\"0123456789abcdef01234567\",\"distr"
            })
    void s49_an_answer_that_names_nobody_signs_nobody_in(String body) {
        CLEVER.signIn().on(SignInCall.ME).body(body);

        attempts.refused(browser, browser.open(START), Reason.CLEVER_UNREADABLE, Asked.TOKEN_AND_ME);
    }

    @ParameterizedTest
    @CsvSource({"type, district", "type, application", "authorized_by, library"})
    void s49_whoever_is_no_person_of_a_district_is_not_signed_in(String member, String value) {
        me(data -> data.put(member, value));

        attempts.refused(browser, browser.open(START), Reason.IDENTITY_REJECTED, Asked.TOKEN_AND_ME);
    }

    @Test
    void s49_silence_ends_at_the_deadline() {
        CLEVER.signIn().on(SignInCall.ME).hanging();
        var began = System.nanoTime();

        attempts.refused(browser, browser.open(START), Reason.CLEVER_SLOW, Asked.TOKEN_AND_ME);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "district"})
    void s48_two_answers_that_disagree_about_who_it_is_sign_nobody_in(String member) {
        CLEVER.signIn().on(SignInCall.USER).changed(answer -> {
            answer.withObject("/data").put(member, STRANGER);
            return answer;
        });

        attempts.refused(browser, browser.open(START), Reason.IDENTITY_REJECTED, Asked.ALL);
    }

    @Test
    void s48_a_role_that_only_clevers_answer_names_gives_no_right() {
        CLEVER.signIn().on(SignInCall.USER).changed(answer -> {
            answer.withObject("/data/roles").putObject("district_admin").put("legacy_id", STRANGER);
            return answer;
        });
        me(data -> data.put("type", "district_admin"));

        signIn(browser);

        assertThat(db.queryForObject(
                        "select role from sso.attempt where clever_id = ? order by attempt_id desc limit 1",
                        String.class,
                        student.id()))
                .isEqualTo("student");
    }

    /** Clever's answer to {@code /me}, its data changed. */
    private static void me(Consumer<ObjectNode> change) {
        CLEVER.signIn().on(SignInCall.ME).changed(answer -> {
            change.accept(answer.withObject("/data"));
            return answer;
        });
    }
}
