package org.galileok12.roster;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import org.galileok12.command.ReportPrinter;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunResult;
import org.junit.jupiter.api.Test;

/** What Clever really answered, of its public demo district, from its pages to the roster. */
class RecordedCleverSyncTest extends FaultScenario {

    private static final Path RECORDED = Path.of("../shared/clever/recorded");
    private static final String DEMO = "58da8a43cc70ab00017a1a87";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_recorded_district_arrives_whole() throws IOException {
        assumeTrue(Files.isDirectory(RECORDED), "Skipped: ../shared/clever/recorded is not there.");
        var recorded = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        recorded.start();
        stub(recorded);
        CLEVER_LINE.leadTo(recorded.port());
        try {
            var first = syncDemo();
            var printed = new StringWriter();
            new ReportPrinter(new PrintWriter(printed, true)).print(first);

            assertThat(first.report().path("quarantine")).as(printed.toString()).isEmpty();
            assertThat(people("student")).isEqualTo(100);
            assertThat(people("teacher")).isEqualTo(1);
            assertThat(people("contact")).isEqualTo(1);
            assertThat(people("school")).isEqualTo(4);
            assertThat(people("term")).isEqualTo(5);
            assertThat(people("course")).isEqualTo(25);
            assertThat(people("section")).isEqualTo(25);
            assertThat(people("enrollment")).isEqualTo(enrollmentsInTheFiles());
            Files.writeString(Path.of("target", "recorded-clever-report.txt"), printed.toString());
            var second = syncDemo();
            assertThat(second.report().at("/entities/total/created").asInt()).isZero();
            assertThat(second.report().at("/entities/total/updated").asInt()).isZero();
            assertThat(second.report().at("/entities/total/deactivated").asInt())
                    .isZero();
        } finally {
            CLEVER_LINE.leadTo(CLEVER.port());
            recorded.stop();
            syncUntilDone();
        }
    }

    /** Once more while connections that led elsewhere turn out to be dead. */
    private RunResult syncDemo() {
        var done = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> districtSync.sync(DEMO, false, Progress.NONE),
                        result -> !result.report().path("errorClass").asText().equals("TRANSIENT"));
        assertThat(done.outcome()).as("%s", done.reason()).isEqualTo(Outcome.DONE);
        return done;
    }

    private long people(String table) {
        return one(
                "select count(*) from galileo." + table
                        + " join sync.connection using (district_id) where connection.clever_id = ?",
                Long.class,
                DEMO);
    }

    /** Seats of the sections' pages whose students are on the recorded page of users: the others have no record here. */
    private static long enrollmentsInTheFiles() throws IOException {
        var students = body("users_page1.json").findValuesAsText("id");
        var seats = 0L;
        for (var section : body("sections_limit25.json").path("data")) {
            for (var student : section.at("/data/students")) {
                seats += students.contains(student.asText()) ? 1 : 0;
            }
        }
        return seats;
    }

    private static void stub(WireMockServer server) throws IOException {
        // The recorded list names the scopes of single sign-on; the recorded data came with those of Secure Sync.
        var token = body("oauth_token_one_district.json").toString().replace("_basic", "");
        server.stubFor(get(urlPathEqualTo("/oauth/tokens")).willReturn(okJson(token)));
        lists(server, "districts", last(body("districts.json")));
        lists(server, "schools", last(body("schools.json")));
        lists(server, "courses", last(body("courses_limit25.json")));
        lists(server, "sections", last(body("sections_limit25.json")));
        var users = last(body("users_page1.json"));
        ((ArrayNode) users.path("data"))
                .addAll((ArrayNode) body("user_contact.json").path("data"));
        ((ArrayNode) users.path("data"))
                .addAll((ArrayNode) body("user_teacher.json").path("data"));
        lists(server, "users", inOrderOfIds(users));
        server.stubFor(get(urlPathEqualTo("/v3.1/terms"))
                .withQueryParam("starting_after", absent())
                .willReturn(okJson(text(body("terms_page1.json")))));
        server.stubFor(get(urlPathEqualTo("/v3.1/terms"))
                .withQueryParam("starting_after", matching(".+"))
                .willReturn(okJson(text(last(body("terms_page2.json"))))));
    }

    /** As Clever lists them: the recordings of single users were put at the end. */
    private static JsonNode inOrderOfIds(JsonNode page) {
        var items = (ArrayNode) page.path("data");
        var sorted = items.valueStream()
                .sorted(Comparator.comparing(item -> item.at("/data/id").asText()))
                .toList();
        items.removeAll().addAll(sorted);
        return page;
    }

    private static void lists(WireMockServer server, String collection, JsonNode page) {
        server.stubFor(get(urlPathEqualTo("/v3.1/" + collection))
                .withHeader("Authorization", equalTo("Bearer REDACTED-PUBLIC-DEMO-TOKEN"))
                .willReturn(okJson(text(page))));
    }

    /** The recordings were made with API v3.0; the service of these tests asks for v3.1. */
    private static String text(JsonNode page) {
        return page.toString().replace("/v3.0/", "/v3.1/");
    }

    /** The page without its next link: the page after it was not recorded. */
    private static JsonNode last(JsonNode page) {
        var links = (ArrayNode) page.path("links");
        for (var i = links.size() - 1; i >= 0; i--) {
            if (links.get(i).path("rel").asText().equals("next")) {
                links.remove(i);
            }
        }
        return page;
    }

    private static ObjectNode body(String file) throws IOException {
        return (ObjectNode) JSON.readTree(RECORDED.resolve(file).toFile()).path("body");
    }
}
