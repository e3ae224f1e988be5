package org.galileok12.roster;

import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;
import org.junit.jupiter.api.BeforeEach;

/** A small town that is followed by events. */
abstract class FollowedTown extends EventsScenario {

    @SuppressWarnings("NullAway.Init")
    ListedRecord north;

    @SuppressWarnings("NullAway.Init")
    ListedRecord south;

    @SuppressWarnings("NullAway.Init")
    ListedRecord fall;

    @SuppressWarnings("NullAway.Init")
    ListedPerson amy;

    @SuppressWarnings("NullAway.Init")
    ListedPerson ben;

    @SuppressWarnings("NullAway.Init")
    ListedPerson ruth;

    @SuppressWarnings("NullAway.Init")
    ListedPerson tom;

    @SuppressWarnings("NullAway.Init")
    ListedPerson mother;

    @SuppressWarnings("NullAway.Init")
    ListedSection maths;

    @SuppressWarnings("NullAway.Init")
    ListedSection music;

    @BeforeEach
    void town() {
        north = district.school("North");
        south = district.school("South");
        fall = district.term("Fall", "2025-08-18", "2099-12-19");
        amy = district.student("Amy Ng", north);
        ben = district.student("Ben Ode", north);
        ruth = district.teacher("Ruth Okafor", north);
        tom = district.teacher("Tom Berg", north);
        mother = district.contact("Mary Ng", amy);
        var course = district.course("Maths 5", "M5");
        maths = district.section("Maths", north)
                .course(course)
                .term(fall)
                .with(amy, ben)
                .taughtBy(ruth, tom);
        music = district.section("Music", north).term(fall).with(amy).taughtBy(tom);
        followed();
    }
}
