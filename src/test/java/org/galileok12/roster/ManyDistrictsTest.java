package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.ProducerTemplate;
import org.galileok12.simulator.SchoolDistrict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The nightly run of all districts: what goes wrong in one stays in one. */
class ManyDistrictsTest extends SyncScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ProducerTemplate camel;

    @Test
    void f10_poisoned_districts_do_not_keep_the_others_from_theirs() {
        var refused = another("Refused");
        var broken = another("Broken");
        var paused = another("Paused").state("paused");
        var odd = another("Odd");
        var last = another("Last");
        district.student("Amy Ng", district.school("North"));
        CLEVER.onPage("districts", 1).in(refused).answer(401).always();
        CLEVER.onPage("users", 1).in(broken).answer(500).always();
        CLEVER.onPage("users", 1).in(odd).body("{}").always();

        camel.send("direct:sync-every-district", exchange -> {});

        assertThat(stateOf(refused)).isEqualTo("FAILED AUTH");
        assertThat(stateOf(broken)).isEqualTo("FAILED TRANSIENT");
        assertThat(stateOf(odd)).isEqualTo("FAILED CONTRACT");
        assertThat(stateOf(paused)).isEqualTo("SKIPPED");
        assertThat(stateOf(district)).isEqualTo("DONE");
        assertThat(stateOf(last)).isEqualTo("DONE");
        assertThat(peopleOf(district)).isEqualTo(1);
        assertThat(peopleOf(last)).isEqualTo(1);
        assertThat(peopleOf(broken)).isZero();
    }

    private SchoolDistrict another(String name) {
        var other = CLEVER.district(name + " beside " + district.id());
        other.student("Bob Ode", other.school("South"));
        return other;
    }

    private String stateOf(SchoolDistrict of) {
        return one("""
                select concat_ws(' ', run.state, run.error_class) from sync.run run
                join sync.connection using (district_id) where clever_id = ?
                """, String.class, of.id());
    }

    private long peopleOf(SchoolDistrict of) {
        return one("""
                select count(*) from galileo.person join sync.connection using (district_id) where connection.clever_id = ?
                """, Long.class, of.id());
    }
}
