package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstSyncTest extends SyncScenario {

    @Test
    void a_small_district_becomes_a_roster() {
        var north = district.school("North");
        var fall = district.term("Fall", "2025-08-18", "2025-12-19");
        var maths = district.course("Maths 5", "M5");
        var amy = district.student("Amy Ng", north).grade("Other");
        var ruth = district.teacher("Ruth Okafor", north).alsoStaff("Principal", north);
        district.contact("Mai Ng", amy);
        district.section("Maths 5 - Okafor - 2", north)
                .course(maths)
                .term(fall)
                .taughtBy(ruth)
                .with(amy);

        var result = syncDone();

        assertThat(count(result, "person", "created")).isEqualTo(3);
        assertThat(count(result, "enrollment", "created")).isEqualTo(1);
        assertThat(rows("""
                        select s.grade, s.grade_min, s.grade_max, p.last_name, c.name as section
                        from galileo.student s
                        join galileo.person p using (district_id, id)
                        join galileo.enrollment e on e.district_id = s.district_id and e.student_id = s.id
                        join galileo.section c on c.district_id = e.district_id and c.id = e.section_id
                        where s.district_id = ?
                        """, districtId()))
                .singleElement()
                .hasToString("{grade=6+, grade_min=6, grade_max=12, last_name=Ng, section=Maths 5 - Okafor - 2}");
        assertThat(syncDone()
                        .report()
                        .path("entities")
                        .path("total")
                        .path("created")
                        .asLong())
                .isZero();
    }
}
