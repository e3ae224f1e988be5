package org.galileok12.clever;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"clever.max-pages=3", "clever.page-size=2"})
class PagesTest extends CleverRouteTest {

    private static final String A = "aaaaaaaaaaaaaaaaaaaaaaaa";
    private static final String B = "bbbbbbbbbbbbbbbbbbbbbbbb";
    private static final String START = USERS + "?limit=2";
    private static final String AFTER_A = START + "&starting_after=" + A;

    @Autowired
    private CamelContext context;

    @Test
    void f28_a_short_page_with_next_goes_on_and_a_full_page_without_next_is_the_last() {
        answer(START, "[{\"data\":{\"id\":\"" + A + "\"}}]", next(AFTER_A));
        answer(AFTER_A, "[{\"data\":{\"id\":\"1\"}},{\"data\":{\"id\":\"2\"}}]", "[]");

        CleverPage first = page(getPage(START));
        assertThat(first.records()).hasSize(1);
        assertThat(first.next()).isEqualTo(AFTER_A);
        assertThat(page(getPage(AFTER_A)).next()).isNull();
    }

    @Test
    void items_of_another_shape_are_passed_on_for_quarantine() {
        answer(START, "[{\"data\":{\"id\":\"" + A + "\"}},7,{\"data\":\"x\"},{}]", "[]");

        assertThat(page(getPage(START)).records())
                .extracting(Object::toString)
                .containsExactly("{\"id\":\"" + A + "\"}", "7", "{\"data\":\"x\"}", "{}");
    }

    @Test
    void a_next_link_with_our_own_host_is_followed_as_a_path_and_keeps_clevers_limit() {
        answer(START, "[{}]", next(CLEVER.baseUrl() + "/v3.1/users?limit=9&starting_after=" + A));

        assertThat(page(getPage(START)).next()).isEqualTo("/v3.1/users?limit=9&starting_after=" + A);
    }

    @ParameterizedTest
    @ValueSource(strings = {AFTER_A, START, USERS, USERS + "?starting_after=last", USERS + "?starting_after="})
    void f25_a_next_link_that_does_not_advance_is_a_broken_contract(String next) {
        answer(AFTER_A, "[{}]", next(next));

        assertBroken(getPage(AFTER_A));
        assertThat(calls(USERS)).isEqualTo(1);
    }

    @Test
    void f25_a_next_link_that_goes_back_is_a_broken_contract() {
        String afterB = START + "&starting_after=" + B;
        answer(afterB, "[{}]", next(AFTER_A));

        assertThat(getPage(afterB).getException()).hasMessageContaining("does not advance");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v3.1/users?starting_after=" + B,
                "//evil.example/v3.1/users?starting_after=" + B,
                "http://127.0.0.1:1/v3.1/users?starting_after=" + B,
                "/v3.1/sections?starting_after=" + B,
                "/v3.1/users/../events?starting_after=" + B,
                "v3.1/users?starting_after=" + B,
                "mailto:users",
                "::not a uri::"
            })
    void a_next_link_that_leaves_the_host_or_the_collection_is_not_followed(String next) {
        answer(START, "[{}]", next(next));

        assertBroken(getPage(START));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "\"none\"",
                "[7]",
                "[{}]",
                "[{\"rel\":\"next\"}]",
                "[{\"rel\":\"next\",\"uri\":null}]",
                "[{\"rel\":\"next\",\"uri\":7}]",
                "[{\"rel\":\"next\",\"uri\":\"\"}]"
            })
    void f29_links_that_cannot_be_read_are_not_the_last_page(String links) {
        answer(START, "[{}]", links);

        assertBroken(getPage(START));
    }

    @Test
    void f29_a_page_without_links_is_not_the_last_page() {
        CLEVER.stubFor(get(urlEqualTo(START)).willReturn(okJson("{\"data\":[{}]}")));

        assertBroken(getPage(START));
    }

    @Test
    void an_empty_page_is_the_last_one_only_without_a_next_link() {
        answer(AFTER_A, "[]", next(START + "&starting_after=" + B));
        assertBroken(getPage(AFTER_A));

        answer(START, "[]", next(AFTER_A));
        assertBroken(getPage(START));
    }

    @Test
    void f27_endless_distinct_pages_end_at_the_cap() {
        String uri = START;
        Exchange walk = new DefaultExchange(context);
        walk.setVariable("district", DISTRICT);
        for (int i = 1; i <= 4; i++) {
            assertDone(walk);
            String following = START + "&starting_after=" + "%024x".formatted(i);
            answer(uri, "[{}]", next(following));
            walk.setVariable("cleverUri", uri);
            camel.send("direct:clever-page", walk);
            uri = following;
        }

        assertBroken(walk);
        assertThat(walk.getException()).hasMessageContaining("more than 3 pages");
    }

    private static void assertBroken(Exchange exchange) {
        assertThat(exchange.getException()).isExactlyInstanceOf(ContractBroken.class);
    }

    private Exchange getPage(String uri) {
        return send("direct:clever-page", Map.of("collection", "users", "cleverUri", uri));
    }

    private static CleverPage page(Exchange exchange) {
        assertDone(exchange);
        return exchange.getMessage().getBody(CleverPage.class);
    }

    private static void answer(String uri, String data, String links) {
        CLEVER.stubFor(get(urlEqualTo(uri)).willReturn(okJson("{\"data\":" + data + ",\"links\":" + links + "}")));
    }

    private static String next(String uri) {
        return "[{\"rel\":\"self\",\"uri\":\"" + START + "\"},{\"rel\":\"next\",\"uri\":\"" + uri + "\"}]";
    }
}
