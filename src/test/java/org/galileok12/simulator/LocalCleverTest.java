package org.galileok12.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalCleverTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalClever clever = LocalClever.start(0, NOON);
    private final Asking asking = new Asking(clever);
    private SchoolDistrict springfield = clever.district("Springfield");

    @BeforeEach
    void a_district_with_seven_students() {
        clever.reset();
        springfield = clever.district("Springfield");
        ListedRecord school = springfield.school("North");
        Stream.of("Amy Ng", "Bo Li", "Cy Orr", "Di Poe", "Ed Qu", "Flo Ray", "Gus Sun")
                .forEach(name -> springfield.student(name, school));
    }

    @AfterAll
    static void stop() {
        clever.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 8, 10_000})
    void paging_gives_each_record_once_in_ascending_order(int limit) {
        List<String> ids = ids(asking.walk("/v3.1/users?limit=" + limit, springfield.token()));

        assertThat(ids).hasSize(7).isSorted().doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{24}"));
        assertThat(clever.requests("users")).hasSize((7 + limit - 1) / limit);
    }

    @Test
    void first_middle_and_last_page_have_the_links_that_clever_sends() {
        String token = springfield.token();
        JsonNode first = asking.json("/v3.1/users?limit=3", token);
        JsonNode middle = asking.json(Asking.link(first, "next"), token);
        JsonNode last = asking.json(Asking.link(middle, "next"), token);

        String firstOfMiddle = middle.at("/data/0/data/id").asText();
        assertThat(first.path("links").findValuesAsText("rel")).containsExactly("self", "next");
        assertThat(middle.path("links").findValuesAsText("rel")).containsExactly("self", "next", "prev");
        assertThat(Asking.link(middle, "prev")).isEqualTo("/v3.1/users?limit=3&ending_before=" + firstOfMiddle);
        assertThat(asking.json(Asking.link(middle, "prev"), token).path("data")).isEqualTo(first.path("data"));
        assertThat(last.path("links").findValuesAsText("rel")).containsExactly("self", "prev");
        assertThat(last.path("data")).hasSize(1);
        assertThat(first.at("/data/0/uri").asText())
                .isEqualTo("/v3.1/users/" + first.at("/data/0/data/id").asText());
    }

    @Test
    void a_request_without_limit_gets_a_hundred() {
        for (int i = 0; i < 100; i++) {
            springfield.course("Course " + i, "C" + i);
        }
        springfield.course("One more", "C100");

        assertThat(asking.json("/v3.0/courses", springfield.token()).path("data"))
                .hasSize(100);
        assertThat(asking.walk("/v3.0/courses", springfield.token())).hasSize(101);
    }

    @Test
    void answers_carry_clevers_headers() {
        clever.rateLimit(5, Duration.ofMinutes(1));

        var headers = asking.get("/v3.1/users", "Bearer " + springfield.token()).headers();

        assertThat(headers.firstValue("content-type")).contains("application/json; charset=utf-8");
        assertThat(headers.firstValue("x-request-id")).isPresent();
        assertThat(headers.firstValue("x-ratelimit-limit")).contains("5");
        assertThat(headers.firstValue("x-ratelimit-remaining")).contains("4");
        assertThat(headers.firstValue("x-ratelimit-bucket")).contains("bearer");
        assertThat(headers.firstValue("x-ratelimit-reset"))
                .contains(String.valueOf(NOON.instant().getEpochSecond() + 60));
    }

    @Test
    void one_request_over_the_limit_gets_429_with_an_empty_body() {
        clever.rateLimit(2, Duration.ofMinutes(1));
        String bearer = "Bearer " + springfield.token();
        asking.get("/v3.1/users", bearer);
        asking.get("/v3.1/users", bearer);

        HttpResponse<String> third = asking.get("/v3.1/users", bearer);

        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.body()).isEmpty();
        assertThat(third.headers().firstValue("x-ratelimit-remaining")).contains("0");
    }

    @Test
    void errors_are_those_that_clever_documents() {
        String bearer = "Bearer " + springfield.token();

        assertThat(asking.get("/v3.1/users", "Bearer stranger").statusCode()).isEqualTo(401);
        assertThat(asking.get("/v3.1/users?limit=10001", bearer).statusCode()).isEqualTo(413);
        assertThat(asking.get("/v3.1/users?limit=none", bearer).statusCode()).isEqualTo(400);
        HttpResponse<String> unknown = asking.get("/v3.1/resources", bearer);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(unknown.body()).contains("<pre>Cannot GET /v3.1/resources</pre>");
    }

    @Test
    void the_token_list_wants_the_applications_credentials() {
        String path = "/oauth/tokens?owner_type=district";

        assertThat(asking.get(path, Asking.basic("local-client", "wrong")).statusCode())
                .isEqualTo(401);
        JsonNode one = tokens(path).at("/data/0");
        assertThat(one.at("/owner/id").asText()).isEqualTo(springfield.id());
        assertThat(one.path("access_token").asText()).isEqualTo(springfield.token());
        assertThat(one.path("scopes").toString()).contains("read:students").doesNotContain("_basic");
    }

    @Test
    void the_token_list_shows_each_authorisation_and_can_be_asked_for_one_district() {
        clever.district("Shelbyville").basicScopesOnly();
        springfield.authorise();
        clever.tokensPerPage(2);

        JsonNode all = tokens("/oauth/tokens?owner_type=district");
        JsonNode rest = tokens(Asking.link(all, "next"));
        JsonNode one = tokens("/oauth/tokens?owner_type=district&district=" + springfield.id());

        assertThat(all.path("data")).hasSize(2);
        assertThat(rest.path("data")).hasSize(1);
        assertThat(one.path("data").findValuesAsText("created")).hasSize(2).isSorted();
        assertThat(one.path("links").findValuesAsText("uri"))
                .containsExactly("/oauth/tokens?owner_type=district&district=" + springfield.id());
    }

    @Test
    void a_rotated_token_is_refused_and_a_district_that_left_is_not_listed() {
        String before = springfield.token();
        springfield.rotateToken();

        assertThat(asking.get("/v3.1/users", "Bearer " + before).statusCode()).isEqualTo(401);
        assertThat(asking.walk("/v3.1/users", springfield.token())).hasSize(7);
        springfield.disconnect();
        assertThat(tokens("/oauth/tokens?owner_type=district").path("data")).isEmpty();
    }

    @Test
    void a_token_opens_one_district_only() {
        SchoolDistrict other = clever.district("Shelbyville");
        other.student("Zoe Other", other.school("South"));

        assertThat(asking.walk("/v3.1/users", other.token())).hasSize(1);
        assertThat(asking.json("/v3.1/districts", other.token())
                        .at("/data/0/data/id")
                        .asText())
                .isEqualTo(other.id());
    }

    @Test
    void version_3_0_knows_nothing_of_what_3_1_added() {
        springfield.section("Maths", springfield.school("South"));

        JsonNode newer = asking.walk("/v3.1/users", springfield.token()).get(0);
        JsonNode older = asking.walk("/v3.0/users", springfield.token()).get(0);

        assertThat(newer.at("/roles/student").has("preferred_name")).isTrue();
        assertThat(older.at("/roles/student").has("preferred_name")).isFalse();
        assertThat(older.has("lms_status")).isFalse();
        assertThat(asking.walk("/v3.0/sections", springfield.token()).get(0).has("lms_status"))
                .isFalse();
        assertThat(asking.json("/v3.0/districts", springfield.token())
                        .at("/data/0/data")
                        .has("lms_type"))
                .isFalse();
        assertThat(older.at("/name")).isEqualTo(newer.at("/name"));
    }

    @Test
    void requests_are_recorded_without_headers() {
        asking.get("/v3.1/users?limit=2", "Bearer " + springfield.token());

        assertThat(clever.requests()).containsExactly(new RecordedRequest("GET", "/v3.1/users", "limit=2"));
    }

    private JsonNode tokens(String path) {
        return Asking.parsed(asking.get(path, Asking.basic(LocalClever.CLIENT_ID, LocalClever.CLIENT_SECRET))
                .body());
    }

    private static List<String> ids(List<JsonNode> records) {
        return records.stream().map(each -> each.path("id").asText()).toList();
    }
}
