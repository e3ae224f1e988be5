package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.galileok12.run.RunResult;
import org.junit.jupiter.api.Test;

/** What a run tells about itself. */
class RunReportTest extends RichScenario {

    private static final Map<String, String> COLLECTION_OF =
            Map.of("school", "schools", "term", "terms", "course", "courses", "person", "users", "section", "sections");
    private static final List<String> ENTITIES = List.of(
            "school",
            "term",
            "course",
            "person",
            "student",
            "teacher",
            "staff",
            "district_admin",
            "contact",
            "person_school",
            "contact_student",
            "section",
            "enrollment",
            "teaching");

    @Test
    void the_report_is_kept_with_the_run_as_it_was_returned() throws JsonProcessingException {
        new RichDistrict(district);
        var result = syncDone();

        var json = new ObjectMapper();
        assertThat(json.readTree(
                        one("select report::text from sync.run where run_id = ?", String.class, result.runId())))
                .isEqualTo(json.readTree(result.report().toString()));
        assertThat(result.report().path("durationMillis").asLong()).isPositive();
        assertThat(result.report().path("rowsPerSecond").asLong()).isPositive();
        assertThat(result.report().path("quarantine")).singleElement().satisfies(entry -> {
            assertThat(entry.path("collection").asText()).isEqualTo("users");
            assertThat(entry.path("pointer").asText()).isEqualTo("/roles/student/school");
        });
    }

    @Test
    void the_counts_of_every_entity_add_up_to_what_is_in_the_roster() {
        var rich = new RichDistrict(district);
        rich.student(7).remove();
        rich.everythingTwice(CLEVER);
        addsUp(syncDone());
        rich.madeByHand(db, districtId(), 7);
        rich.student(7).restore();
        rich.changeEverything();

        var second = syncDone();

        addsUp(second);
        for (var entity : ENTITIES) {
            assertThat(count(second, entity, "created")).as(entity + " created").isPositive();
            assertThat(count(second, entity, "deactivated"))
                    .as(entity + " deactivated")
                    .isPositive();
        }
        addsUp(syncDone());
    }

    private void addsUp(RunResult result) {
        long created = 0;
        for (var entity : ENTITIES) {
            var wanted = List.of("created", "updated", "reactivated", "unchanged", "adopted", "rekeyed").stream()
                    .mapToLong(count -> count(result, entity, count))
                    .sum();
            assertThat(wanted).as(entity + " in the roster").isEqualTo(inRoster(entity));
            var collection = result.report().path("collections").path(COLLECTION_OF.getOrDefault(entity, ""));
            assertThat(count(result, entity, "fetched"))
                    .as(entity + " fetched")
                    .isEqualTo(wanted
                            + count(result, entity, "filtered")
                            + count(result, entity, "quarantined")
                            + collection.path("duplicates").asLong());
            created += count(result, entity, "created");
        }
        assertThat(count(result, "total", "created")).isEqualTo(created);
        assertThat(count(result, "person", "filtered") + count(result, "section", "filtered"))
                .isEqualTo(result.report()
                        .path("filteredBy")
                        .valueStream()
                        .mapToLong(each -> each.asLong())
                        .sum());
    }

    private long inRoster(String entity) {
        var now = List.of("enrollment", "teaching").contains(entity) ? "active_until is null" : "active";
        return one(
                "select count(*) from galileo." + entity + " where district_id = ? and origin = 'clever' and " + now,
                Long.class,
                districtId());
    }
}
