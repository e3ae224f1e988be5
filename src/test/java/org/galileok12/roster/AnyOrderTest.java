package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives first does not matter. */
class AnyOrderTest extends SyncScenario {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void f43_collections_and_records_in_any_order_make_the_same_roster(long seed) {
        var order = new Random(seed);
        someRoster();
        for (var collection : List.of("schools", "terms", "courses", "users", "sections")) {
            CLEVER.onPage(collection, 1).delayed(Duration.ofMillis(order.nextInt(120)));
            for (var page = 2; page <= 4; page++) {
                CLEVER.onPage(collection, page)
                        .changed(body -> shuffled(body, order))
                        .always();
            }
            CLEVER.onPage(collection, 1).changed(body -> shuffled(body, order)).always();
        }

        // Out of Clever's order: everything arrives, and nothing would be taken for gone.
        syncIncomplete("users");

        assertThat(shape()).hasSize(1 + 12 + 12 + 2 + 1 + 12).isEqualTo(expected());
        assertThat(syncIncomplete("users")
                        .report()
                        .at("/entities/total/updated")
                        .asInt())
                .isZero();
    }

    private void someRoster() {
        var north = district.school("North");
        var students = new ArrayList<ListedPerson>();
        for (var i = 1; i <= 12; i++) {
            students.add(district.student("Student" + i + " Ng", north));
        }
        district.contact("Mai Ng", students.get(0));
        district.section("Maths", north)
                .course(district.course("Maths 5", "M5"))
                .term(district.term("Fall", "2025-08-18", "2025-12-19"))
                .taughtBy(district.teacher("Ruth Okafor", north), district.teacher("Ann Co", north))
                .with(students.toArray(ListedPerson[]::new));
    }

    private List<String> shape() {
        return db.queryForList("""
                select 'section ' || s.name || ' at ' || c.name || ' of ' || k.name || ' in ' || t.name from galileo.section s
                join galileo.school c on c.district_id = s.district_id and c.id = s.school_id
                join galileo.course k on k.district_id = s.district_id and k.id = s.course_id
                join galileo.term t on t.district_id = s.district_id and t.id = s.term_id where s.district_id = ?1
                union all
                select 'student ' || p.first_name || ' of ' || c.name from galileo.student s
                join galileo.person p using (district_id, id)
                join galileo.school c on c.district_id = s.district_id and c.id = s.school_id where s.district_id = ?1
                union all
                select 'enrollment ' || p.first_name from galileo.enrollment e
                join galileo.person p on p.district_id = e.district_id and p.id = e.student_id where e.district_id = ?1
                union all
                select 'teaching ' || p.first_name || ' ' || e.is_primary from galileo.teaching e
                join galileo.person p on p.district_id = e.district_id and p.id = e.teacher_id where e.district_id = ?1
                union all
                select 'contact ' || p.last_name from galileo.contact_student r
                join galileo.person p on p.district_id = r.district_id and p.id = r.contact_id where r.district_id = ?1
                union all
                select 'belongs ' || p.first_name from galileo.person_school r
                join galileo.student s on s.district_id = r.district_id and s.id = r.person_id
                join galileo.person p on p.district_id = r.district_id and p.id = r.person_id where r.district_id = ?1
                order by 1
                """.replace("?1", String.valueOf(districtId())), String.class);
    }

    private static List<String> expected() {
        var lines = new ArrayList<>(List.of(
                "section Maths at North of Maths 5 in Fall",
                "teaching Ruth true",
                "teaching Ann false",
                "contact Mai Ng"));
        for (var i = 1; i <= 12; i++) {
            lines.addAll(List.of("student Student" + i + " of North", "enrollment Student" + i, "belongs Student" + i));
        }
        Collections.sort(lines);
        return lines;
    }

    private static synchronized ObjectNode shuffled(ObjectNode page, Random order) {
        var records = new ArrayList<JsonNode>();
        page.path("data").forEach(records::add);
        Collections.shuffle(records, order);
        ArrayNode data = page.putArray("data");
        records.forEach(data::add);
        return page;
    }
}
