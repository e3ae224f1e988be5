package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;
import org.jspecify.annotations.Nullable;

/** Words for what schema galileo holds of a record at the local Clever, and for what people do to it by hand. */
abstract class RosterScenario extends SyncScenario {

    private static final List<String> ROLES = List.of("student", "teacher", "staff", "district_admin", "contact");
    private static final List<String> TABLES = List.of(
            "district",
            "school",
            "term",
            "course",
            "person",
            "student",
            "teacher",
            "staff",
            "district_admin",
            "contact",
            "section",
            "person_school",
            "contact_student",
            "enrollment",
            "teaching");

    RunResult dryRun() {
        return districtSync.sync(district.id(), true, Progress.NONE);
    }

    /** A sync during which Clever never holds still, so that nobody counts as gone. */
    RunResult syncIncomplete() {
        var minutes = new AtomicInteger();
        var restless = CLEVER.onPage("schools", 1)
                .in(district)
                .always()
                .before(() -> district.lastSync(
                        Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minutes.incrementAndGet())));
        var result = sync();
        restless.times(0);
        assertThat(result.outcome()).as(String.valueOf(result.reason())).isEqualTo(Outcome.INCOMPLETE);
        return result;
    }

    /** Syncs again and holds that nothing is planned and nothing written. */
    void nothingLeftToDo() {
        var before = rowsWhere("true");
        var again = syncDone();
        for (String change : List.of("created", "updated", "reactivated", "deactivated", "adopted", "rekeyed")) {
            assertThat(count(again, "total", change)).as(change).isZero();
        }
        assertThat(rowsWhere("true")).isEqualTo(before);
    }

    /** The synced row of a record; role rows are found by their person. */
    Map<String, Object> row(String table, ListedRecord record) {
        return db.queryForMap(
                "select * from galileo." + table + " where " + key(table) + " and origin = 'clever'",
                district.id(),
                record.id());
    }

    @Nullable Object column(String table, String column, ListedRecord record) {
        return row(table, record).get(column);
    }

    /** The columns of a synced row that come from a record itself, as a JSON object. */
    String values(String table, ListedRecord record) {
        return one(
                """
                select to_jsonb(t) - array['district_id', 'id', 'clever_id', 'origin', 'active', 'school_id', 'course_id',
                  'term_id', 'clever_created', 'clever_last_modified', 'first_synced_at', 'changed_at', 'deactivated_at',
                  'created_run']
                from galileo.""" + table + " t where " + key(table).replace(table + ".district_id", "t.district_id")
                        + " and origin = 'clever'",
                String.class,
                district.id(),
                record.id());
    }

    boolean active(String table, ListedRecord record) {
        return Boolean.TRUE.equals(row(table, record).get("active"));
    }

    long idOf(String table, ListedRecord record) {
        return Objects.requireNonNull((Long) row(table, record).get("id"));
    }

    long personId(ListedPerson person) {
        return idOf("person", person);
    }

    /** What somebody does to a synced row in the database. */
    void edit(String table, ListedRecord record, String assignments) {
        var changed = db.update(
                "update galileo." + table + " set " + assignments + " where " + key(table) + " and origin = 'clever'",
                district.id(),
                record.id());
        assertThat(changed).isEqualTo(1);
    }

    /** Intervals in a section of table enrollment or teaching, oldest first: {@code open} or {@code closed}. */
    List<String> intervals(String table, ListedSection section, ListedPerson member) {
        return db.queryForList(
                "select case when active_until is null then 'open' else 'closed' end from galileo." + table
                        + " where district_id = ? and section_id = ? and origin = 'clever' and "
                        + (table.equals("teaching") ? "teacher_id" : "student_id") + " = ? order by id",
                String.class,
                districtId(),
                idOf("section", section),
                personId(member));
    }

    /** Clever ids of the schools that a person belongs to now, in that order; the primary one is marked with a star. */
    List<String> schoolsOf(ListedPerson person) {
        return db.queryForList("""
                select school.clever_id || case when belongs.is_primary then '*' else '' end
                from galileo.person_school belongs
                join galileo.school school on school.district_id = belongs.district_id and school.id = belongs.school_id
                where belongs.district_id = ? and belongs.person_id = ? and belongs.active and belongs.origin = 'clever'
                order by school.clever_id
                """, String.class, districtId(), personId(person));
    }

    /** {@code entity action} of all that a run journalled, in that order. */
    List<String> journal(RunResult result) {
        return db.queryForList(
                "select entity || ' ' || action from sync.journal where district_id = ? and run_id = ? order by entry",
                String.class,
                districtId(),
                result.runId());
    }

    /** {@code kind, clever id, our id} of what a person should look at. */
    List<String> alerts() {
        return db.queryForList(
                "select concat_ws(', ', kind, clever_id, id) from sync.alert where district_id = ? order by alert_id",
                String.class,
                districtId());
    }

    ManualRows manual() {
        db.update(
                "insert into sync.connection (clever_id) values (?) on conflict (clever_id) do nothing", district.id());
        return new ManualRows(db, districtId());
    }

    /** Every row of the district that was made by hand, as text. */
    List<String> manualRows() {
        return rowsWhere("district_id = " + districtId() + " and origin = 'manual'");
    }

    private List<String> rowsWhere(String condition) {
        return TABLES.stream()
                .filter(table -> !(table.equals("district") && condition.contains("origin")))
                .flatMap(table -> db
                        .queryForList(
                                "select '" + table + " ' || to_jsonb(t)::text from galileo." + table + " t where "
                                        + condition + " order by 1",
                                String.class)
                        .stream())
                .toList();
    }

    /** Every row of schema galileo, of all districts, as text. */
    List<String> wholeRoster() {
        return rowsWhere("true");
    }

    private static String key(String table) {
        var district = "district_id = (select district_id from sync.connection where clever_id = ?) and ";
        return district
                + (ROLES.contains(table)
                        ? "id = (select p.id from galileo.person p where p.clever_id = ? and p.district_id = " + table
                                + ".district_id)"
                        : "clever_id = ?");
    }
}
