package org.galileok12.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the local Clever against responses that Clever really gave, where they lie beside the project. */
class RecordedShapesTest {

    private static final LocalClever clever = LocalClever.start();
    private final Asking asking = new Asking(clever);

    @AfterAll
    static void stop() {
        clever.close();
    }

    @ParameterizedTest
    @CsvSource({
        "districts.json, districts",
        "schools.json, schools",
        "terms_page1.json, terms?limit=3",
        "terms_page2.json, second page",
        "courses_limit25.json, courses?limit=25",
        "sections_limit25.json, sections?limit=25",
        "users_page1.json, users",
        "user_contact.json, contacts",
        "user_teacher.json, teachers"
    })
    void envelopes_and_records_have_at_least_the_keys_that_clever_sent(String file, String request) {
        JsonNode real = recorded(file);
        SchoolDistrict district = clever.district("Shapes of " + file);
        String query = fill(district, request);

        JsonNode ours = asking.json("/v3.0/" + query, district.token());

        assertThat(keys(ours)).isEqualTo(keys(real));
        assertThat(keys(ours.at("/data/0"))).isEqualTo(keys(real.at("/data/0")));
        Stream.of("", "/name", "/location", "/principal", "/district_contact", "/roles/student", "/roles/teacher")
                .map(pointer -> "/data/0/data" + pointer)
                .forEach(pointer -> assertThat(keys(ours.at(pointer))).containsAll(keys(real.at(pointer))));
        assertThat(rels(ours)).isEqualTo(rels(real));
    }

    @Test
    void the_token_list_has_the_shape_that_clever_sent() {
        JsonNode real = recorded("oauth_tokens.json");
        clever.district("Shape of the token list");

        JsonNode ours = Asking.parsed(asking.get(
                        "/oauth/tokens?owner_type=district",
                        Asking.basic(LocalClever.CLIENT_ID, LocalClever.CLIENT_SECRET))
                .body());

        assertThat(keys(ours)).isEqualTo(keys(real));
        assertThat(keys(ours.at("/data/0"))).isEqualTo(keys(real.at("/data/0")));
        assertThat(keys(ours.at("/data/0/owner"))).isEqualTo(keys(real.at("/data/0/owner")));
    }

    /** Makes enough records that the page has the links of the recorded one; gives the request for it. */
    private String fill(SchoolDistrict district, String request) {
        ListedRecord school = district.school("North");
        ListedPerson student = district.student("Amy Ng", school);
        switch (request) {
            case "contacts" -> {
                student.remove();
                district.contact("Mai Ng", student);
                return "users";
            }
            case "teachers" -> {
                student.remove();
                district.teacher("Ruth Okafor", school);
                return "users";
            }
            default -> fillLists(district, school);
        }
        String terms = "terms?limit=3";
        return request.equals("second page")
                ? Asking.link(asking.json("/v3.0/" + terms, district.token()), "next")
                        .substring("/v3.0/".length())
                : request;
    }

    private static void fillLists(SchoolDistrict district, ListedRecord school) {
        for (int i = 0; i < 5; i++) {
            district.term("T" + i, "2025-08-18", "2026-06-05");
        }
        for (int i = 0; i < 101; i++) {
            district.student("Student Number" + i, school);
            district.course("Course " + i, "C" + i);
            district.section("Section " + i, school);
        }
    }

    private static JsonNode recorded(String file) {
        Path path = Path.of("..", "shared", "clever", "recorded", file);
        assumeTrue(Files.exists(path), "Skipped: no recorded responses of Clever beside the project.");
        try {
            return PageWriter.JSON.readTree(path.toFile()).path("body");
        } catch (IOException e) {
            throw new IllegalStateException("The recorded response " + file + " is not JSON.", e);
        }
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new TreeSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Set<String> rels(JsonNode page) {
        return new TreeSet<>(page.path("links").findValuesAsText("rel"));
    }
}
