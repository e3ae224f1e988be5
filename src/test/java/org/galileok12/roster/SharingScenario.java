package org.galileok12.roster;

import java.util.List;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A service whose sharing.yaml holds the rules of every town; each test takes the town of one rule. */
@TestPropertySource(properties = "sync.max-rejected=0.5")
abstract class SharingScenario extends SyncScenario {

    @DynamicPropertySource
    static void rules(DynamicPropertyRegistry registry) {
        var routes = new RoutesCopy().write("rules/sharing.yaml", TownRules.sharingYaml(CLEVER));
        registry.add("routes.dir", routes::path);
    }

    SharingTown town(TownRules rules) {
        var town = rules.town(CLEVER);
        district = town.district;
        return town;
    }

    /** The active rows of an entity with a Clever id, by the names of the town. */
    List<String> active(SharingTown town, String entity) {
        return town.names(db.queryForList(
                "select clever_id from galileo." + entity + " where district_id = ? and active",
                String.class,
                districtId()));
    }

    /** Who sits in which class now, as {@code maths amy}. */
    List<String> sitting(SharingTown town) {
        return rows("""
                        select s.clever_id as section, p.clever_id as student
                        from galileo.enrollment e
                        join galileo.section s on s.district_id = e.district_id and s.id = e.section_id
                        join galileo.person p on p.district_id = e.district_id and p.id = e.student_id
                        where e.district_id = ? and e.active_until is null
                        """, districtId()).stream()
                .map(row ->
                        String.join(" ", town.names(List.of((String) row.get("section"), (String) row.get("student")))))
                .toList();
    }

    /** Who is kept out, as {@code users ben include.schools}. */
    List<String> keptOut(SharingTown town) {
        return rows("select collection, clever_id, rule from sync.filtered_id where district_id = ?", districtId())
                .stream()
                .map(row -> row.get("collection") + " "
                        + town.names(List.of((String) row.get("clever_id"))).get(0) + " " + row.get("rule"))
                .toList();
    }
}
