package org.galileok12.roster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;
import org.galileok12.simulator.LocalClever;
import org.galileok12.simulator.SchoolDistrict;

/**
 * A town with two schools, the same in every scenario about sharing. Its ids depend on its name alone, so that the rules can
 * be written before the service starts.
 */
final class SharingTown {

    final SchoolDistrict district;
    final ListedRecord north;
    final ListedRecord south;

    /** Fifth grade at North. */
    final ListedPerson amy;
    /** Kindergarten at South. */
    final ListedPerson ben;
    /** Grade 13 at South, and at North too. */
    final ListedPerson dora;
    /** Teaches at North, and the club at South. */
    final ListedPerson ruth;
    /** Teaches at South. */
    final ListedPerson tom;
    /** Teacher and principal at North. */
    final ListedPerson pat;
    /** Secretary at South. */
    final ListedPerson sue;
    /** Runs the district. */
    final ListedPerson ada;

    final ListedPerson parentOfAmy;
    final ListedPerson parentOfBen;
    final ListedPerson parentOfBoth;

    /** At North, taught by Ruth: Amy and Ben. */
    final ListedSection maths;
    /** At South, taught by Tom: Ben. */
    final ListedSection art;
    /** At South, taught by Ruth: Dora. */
    final ListedSection club;
    /** At North, taught by Pat: nobody yet. */
    final ListedSection empty;

    SharingTown(LocalClever clever, String name) {
        district = clever.district(name);
        north = district.school("North");
        south = district.school("South");
        amy = district.student("Amy Applewhite", north).grade("5");
        ben = district.student("Ben Blackwood", south).grade("Kindergarten");
        dora = district.student("Dora Dunmore", south, north).grade("13");
        ruth = district.teacher("Ruth Rosenthal", north);
        tom = district.teacher("Tom Tillinghast", south);
        pat = district.teacher("Pat Pemberton", north).alsoStaff("Principal", north);
        sue = district.staff("Sue Sutherland", south);
        ada = district.districtAdmin("Ada Ashdown");
        parentOfAmy = district.contact("Mai Applewhite", amy);
        parentOfBen = district.contact("Bo Blackwood", ben);
        parentOfBoth = district.contact("Kim Kirkpatrick", amy, ben);
        maths = district.section("Maths", north).taughtBy(ruth).with(amy, ben);
        art = district.section("Art", south).taughtBy(tom).with(ben);
        club = district.section("Club", south).taughtBy(ruth).with(dora);
        empty = district.section("Empty", north).taughtBy(pat);
    }

    /** Replaces names such as {@code $north} by Clever ids. */
    String withIds(String rules) {
        var text = rules;
        for (var each : named().entrySet()) {
            text = text.replace("$" + each.getKey(), each.getValue().id());
        }
        return text;
    }

    /** The names of those people, schools and sections whose ids these are; an id of nobody stays as it is. */
    List<String> names(List<String> ids) {
        return ids.stream()
                .map(id -> named().entrySet().stream()
                        .filter(each -> each.getValue().id().equals(id))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(id))
                .toList();
    }

    private Map<String, ListedRecord> named() {
        var named = new LinkedHashMap<String, ListedRecord>();
        named.put("north", north);
        named.put("south", south);
        named.put("amy", amy);
        named.put("ben", ben);
        named.put("dora", dora);
        named.put("ruth", ruth);
        named.put("tom", tom);
        named.put("pat", pat);
        named.put("sue", sue);
        named.put("ada", ada);
        named.put("parentOfAmy", parentOfAmy);
        named.put("parentOfBen", parentOfBen);
        named.put("parentOfBoth", parentOfBoth);
        named.put("maths", maths);
        named.put("art", art);
        named.put("club", club);
        named.put("empty", empty);
        return named;
    }
}
