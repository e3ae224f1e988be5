package org.galileok12.clever;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest extends CleverRouteTest {

    @Test
    void a_list_arrives_as_a_tree_and_no_header_of_the_answer_stays() {
        usersAnswer(ok().withHeader("X-Canary", "header"));

        var exchange = getUsers();

        assertDone(exchange);
        assertThat(exchange.getMessage().getBody()).isInstanceOf(JsonNode.class);
        assertThat(exchange.getMessage().getHeaders()).isEmpty();
        assertThat(traffic.bytes().sum()).isGreaterThanOrEqualTo(EMPTY_PAGE.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "\"data\"",
                "{\"data\":null,\"links\":[]}",
                "{\"data\":{},\"links\":[]}",
                "{\"resources\":[]}",
                "{\"data\":[",
                "{\"data\":[],\"links\":[]} trailing",
                "{\"data\":[\"\u00ff\ud800\"]} {",
                "canary-name"
            })
    void f18_a_200_that_is_not_a_list_is_asked_once_more_and_never_read_as_empty(String body) {
        usersAnswer(okJson(body));

        assertThat(failureOfUsers())
                .isExactlyInstanceOf(ContractBroken.class)
                .hasMessageNotContaining("canary")
                .hasNoCause();
        assertThat(calls(USERS)).isEqualTo(2);
    }

    @Test
    void f18_a_maintenance_page_is_not_data_and_the_list_after_it_is_read() {
        usersAnswer(maintenance(), ok());

        assertDone(getUsers());
        assertThat(calls(USERS)).isEqualTo(2);
    }

    @Test
    void f18_a_maintenance_page_that_stays_is_a_broken_contract() {
        usersAnswer(maintenance());

        assertThat(failureOfUsers()).isExactlyInstanceOf(ContractBroken.class).hasMessageContaining("text/html");
        assertThat(calls(USERS)).isEqualTo(2);
    }

    @Test
    void f19_a_gzip_bomb_is_cut_off_at_the_limit() throws IOException {
        usersAnswer(okJson("").withHeader("Content-Encoding", "gzip").withBody(gzip(" ".repeat(50_000_000))));

        assertThat(failureOfUsers()).isExactlyInstanceOf(ContractBroken.class).hasMessageContaining("clever.max-body");
        assertThat(calls(USERS)).isEqualTo(1);
    }

    @Test
    void an_ordinary_compressed_answer_is_read() throws IOException {
        usersAnswer(okJson("").withHeader("Content-Encoding", "gzip").withBody(gzip(EMPTY_PAGE)));

        assertDone(getUsers());
    }

    @Test
    void f19_a_depth_of_10_000_is_a_broken_contract() {
        usersAnswer(okJson("{\"data\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"));

        assertThat(failureOfUsers()).isExactlyInstanceOf(ContractBroken.class);
        assertThat(calls(USERS)).isEqualTo(2);
    }

    @Test
    void f19_one_very_long_string_is_a_broken_contract() {
        usersAnswer(okJson("{\"data\":[\"" + "x".repeat(1_500_000) + "\"]}"));

        assertThat(failureOfUsers()).isExactlyInstanceOf(ContractBroken.class);
    }

    private static ResponseDefinitionBuilder maintenance() {
        return aResponse()
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withBody("<html>We will be back soon</html>");
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
