package org.galileok12.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageFaultTest {

    private static final LocalClever clever = LocalClever.start();
    private static final String FIRST = "/v3.1/users?limit=2";
    private final Asking asking = new Asking(clever);
    private SchoolDistrict springfield = clever.district("Springfield");
    private ListedPerson amy = springfield.student("Amy Ng");

    @BeforeEach
    void a_district_with_five_students() {
        clever.reset();
        springfield = clever.district("Springfield");
        ListedRecord school = springfield.school("North");
        amy = springfield.student("Amy Ng", school);
        List.of("Bo Li", "Cy Orr", "Di Poe", "Ed Qu").forEach(name -> springfield.student(name, school));
    }

    @AfterAll
    static void stop() {
        clever.close();
    }

    @Test
    void a_fault_meets_its_page_and_is_used_up() {
        clever.onPage("users", 2).answer(503).times(2);
        String second = Asking.link(asking.json(FIRST, springfield.token()), "next");

        assertThat(get(second).statusCode()).isEqualTo(503);
        assertThat(get(second).statusCode()).isEqualTo(503);
        assertThat(get(second).statusCode()).isEqualTo(200);
        assertThat(asking.walk(FIRST, springfield.token())).hasSize(5);
    }

    @Test
    void a_status_can_carry_headers_and_a_body() {
        clever.onPage("users", 1).answer(429, Map.of("Retry-After", "7"), "slow down");

        HttpResponse<String> answer = get(FIRST);

        assertThat(answer.headers().firstValue("retry-after")).contains("7");
        assertThat(answer.body()).isEqualTo("slow down");
    }

    @Test
    void html_an_empty_object_and_a_missing_member_come_with_status_200() {
        clever.onPage("users", 1).html();
        clever.onPage("users", 1).body("{}");
        clever.onPage("users", 1).without("links");

        assertThat(get(FIRST).headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(get(FIRST).body()).isEqualTo("{}");
        assertThat(asking.json(FIRST, springfield.token()).fieldNames())
                .toIterable()
                .containsExactly("data");
    }

    @Test
    void a_truncated_body_and_a_reset_connection_break_off() {
        clever.onPage("users", 1).truncated();
        clever.onPage("users", 1).reset().always();
        String bearer = "Bearer " + springfield.token();

        assertThatThrownBy(() -> asking.tryGet(FIRST, bearer)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> asking.tryGet(FIRST, bearer)).isInstanceOf(IOException.class);
    }

    @Test
    void answers_can_be_late_or_dribble() {
        clever.onPage("users", 1).delayed(Duration.ofMillis(120));
        clever.onPage("users", 1).dribbled(4, Duration.ofMillis(120));

        for (int i = 0; i < 2; i++) {
            long start = System.nanoTime();
            assertThat(asking.json(FIRST, springfield.token()).path("data")).hasSize(2);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(80));
        }
    }

    @Test
    void the_next_link_can_lead_astray() {
        clever.onPage("users", 1).next("https://elsewhere.example/v3.1/users");

        JsonNode page = asking.json(FIRST, springfield.token());

        assertThat(Asking.link(page, "next")).isEqualTo("https://elsewhere.example/v3.1/users");
        assertThat(page.path("data")).hasSize(2);
    }

    @Test
    void the_roster_can_change_before_a_page_is_made() {
        clever.onPage("users", 3).before(() -> springfield.student("Flo Ray"));
        clever.onPage("users", 2).before(amy::remove);

        assertThat(asking.walk(FIRST, springfield.token())).hasSize(6);
        assertThat(asking.walk(FIRST, springfield.token())).hasSize(5);
    }

    @Test
    void a_token_can_be_revoked_in_the_middle_of_a_walk() {
        clever.onPage("users", 2).before(springfield::rotateToken);
        String old = springfield.token();
        String second = Asking.link(asking.json(FIRST, old), "next");

        assertThat(asking.get(second, "Bearer " + old).statusCode()).isEqualTo(401);
    }

    @Test
    void a_record_can_be_listed_on_two_pages() {
        clever.onPage("users", 3).alsoListing(amy);

        assertThat(asking.walk(FIRST, springfield.token()))
                .extracting(each -> each.path("id").asText())
                .hasSize(6)
                .startsWith(amy.id())
                .endsWith(amy.id());
    }

    @Test
    void a_fault_of_one_district_spares_the_others() {
        SchoolDistrict other = clever.district("Shelbyville");
        clever.onAnyPage("schools").in(other).answer(500).always();
        clever.onPage("tokens", 1).answer(502);

        assertThat(asking.get("/v3.1/schools", "Bearer " + other.token()).statusCode())
                .isEqualTo(500);
        assertThat(get("/v3.1/schools").statusCode()).isEqualTo(200);
        String basic = Asking.basic(LocalClever.CLIENT_ID, LocalClever.CLIENT_SECRET);
        assertThat(asking.get("/oauth/tokens?owner_type=district", basic).statusCode())
                .isEqualTo(502);
    }

    @Test
    void bytes_can_be_spoilt() {
        clever.onPage("users", 1).bytes(body -> {
            body[body.length / 2] = (byte) 0xff;
            return body;
        });

        assertThat(get(FIRST).body()).contains("\ufffd");
    }

    private HttpResponse<String> get(String path) {
        return asking.get(path, "Bearer " + springfield.token());
    }
}
