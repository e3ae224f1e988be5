package org.galileok12.roster;

import java.util.ArrayList;
import java.util.List;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;
import org.galileok12.simulator.LocalClever;
import org.galileok12.simulator.SchoolDistrict;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A district with rows of every entity over several pages, one record that cannot be read, one student whom the rules of
 * {@link RichScenario} keep out, records that Clever gives twice, and somebody made by hand.
 */
final class RichDistrict {

    private final SchoolDistrict district;
    private final ListedRecord north;
    private final ListedRecord west;
    private final ListedRecord fall;
    private final ListedRecord spring;
    private final ListedRecord maths;
    private final ListedRecord music;
    private final List<ListedPerson> students = new ArrayList<>();
    private final ListedPerson ruth;
    private final ListedPerson tom;
    private final ListedPerson sue;
    private final ListedPerson ada;
    private final ListedPerson parent;
    private final ListedPerson otherParent;
    private final ListedPerson tess;
    private final ListedSection algebra;
    private final ListedSection choir;

    RichDistrict(SchoolDistrict district) {
        this.district = district;
        north = district.school("North");
        var south = district.school("South");
        west = district.school("West");
        fall = district.term("Fall", "2025-08-18", "2025-12-19");
        spring = district.term("Spring", "2026-01-05", "2026-06-05");
        maths = district.course("Maths 5", "M5");
        music = district.course("Music", "MU");
        for (int i = 0; i < 12; i++) {
            students.add(district.student("Student Number" + (char) ('a' + i), i % 3 == 0 ? south : north));
        }
        students.get(11).grade("12");
        ruth = district.teacher("Ruth Okafor", north).alsoStaff("Principal", north);
        tom = district.teacher("Tom Tilling", south);
        sue = district.staff("Sue Suther", west);
        ada = district.districtAdmin("Ada Ash");
        parent = district.contact("Mai Parent", students.get(0), students.get(1));
        otherParent = district.contact("Bo Parent", students.get(2));
        tess = district.teacher("Tess Temp", north);
        students.get(10).set("/roles/student/school", 7);
        algebra = district.section("Algebra", north).course(maths).term(fall).taughtBy(ruth, tom);
        students.forEach(algebra::with);
        choir = district.section("Choir", west)
                .course(music)
                .term(spring)
                .taughtBy(tom)
                .with(students.get(3));
        district.section("Seniors", south).with(students.get(11));
    }

    /** Each time a collection is read, its first page ends with its first record once more. */
    void everythingTwice(LocalClever clever) {
        twice(clever, "users", students.get(0));
        twice(clever, "sections", algebra);
        twice(clever, "courses", maths);
        twice(clever, "terms", fall);
        twice(clever, "schools", north);
    }

    private void twice(LocalClever clever, String collection, ListedRecord first) {
        clever.onPage(collection, 1).in(district).always().alsoListing(first);
    }

    /** Somebody made by hand, whom the next snapshot of Clever has too. */
    void madeByHand(JdbcTemplate db, int districtId, int which) {
        var student = students.get(which).json();
        var id = db.queryForObject(
                "insert into galileo.person (district_id, first_name, last_name) values (?, 'S.', ?) returning id",
                Long.class,
                districtId,
                student.at("/name/last").asText());
        db.update(
                "insert into galileo.student (district_id, id, sis_id) values (?, ?, ?)",
                districtId,
                id,
                student.at("/roles/student/sis_id").asText());
    }

    ListedPerson student(int which) {
        return students.get(which);
    }

    /** Something is created, updated and gone in every entity; one student has a new id. */
    void changeEverything() {
        north.set("/name", "New North");
        west.remove();
        var east = district.school("East");
        fall.set("/end_date", "2025-12-23");
        spring.remove();
        district.term("Summer", "2026-06-15", "2026-07-31");
        maths.set("/name", "Maths V");
        music.remove();
        district.course("Art", "AR");
        var newcomer = district.student("New Comer", east);
        district.contact("Kim Comer", newcomer);
        students.get(1).grade("6").named("Renamed Numberb");
        students.get(4).newId();
        students.get(5).remove();
        ruth.set("/roles/teacher/title", "Head").noLonger("staff");
        tom.schools(north, east);
        sue.set("/roles/staff/title", "Bursar");
        district.staff("Stan Staff", east);
        district.teacher("Tina Teacher", east);
        ada.remove();
        district.districtAdmin("Abe Ash");
        parent.noLongerOf(students.get(1)).set("/roles/contact/phone", "(555) 030-1");
        algebra.set("/name", "Algebra I").taughtBy(tom).without(students.get(6)).with(newcomer);
        choir.remove();
        tess.remove();
        otherParent.remove();
        district.section("Drawing", east).taughtBy(tom).with(newcomer);
    }
}
