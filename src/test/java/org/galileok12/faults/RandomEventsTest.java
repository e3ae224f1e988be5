package org.galileok12.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.simulator.PageFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A district that changes at random, followed by events alone, with pages that fail and events that come twice: the roster is what
 * Clever lists but for what is left to a full run, and the full run then changes nothing else. {@code -Dseed=7} plays one alone.
 */
class RandomEventsTest {

    private static final int SEEDS = 40;

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private static Lane lane;

    /** Re-keys of all seeds of which the row was looked at. */
    private static int rekeys;

    @BeforeAll
    static void begin() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("jit", "off")
                .setServerConfig("log_error_verbosity", "terse")
                .start();
        lane = new Lane(postgres, 0);
    }

    @AfterAll
    static void end() throws IOException {
        lane.close();
        postgres.close();
        assertThat(System.getProperty("seed") != null || rekeys > SEEDS / 2)
                .as("%d people with a new id in %d seeds", rekeys, SEEDS)
                .isTrue();
    }

    static List<Long> seeds() {
        var chosen = System.getProperty("seed");
        if (chosen != null) {
            return List.of(Long.valueOf(chosen));
        }
        var seeds = new ArrayList<Long>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void after_random_changes_events_leave_a_full_run_only_what_the_design_does(long seed) {
        lane.clever().reset();
        var random = new Random(seed);
        var district = lane.clever().district("Followed " + seed);
        district.events().on();
        var model = new Model(district, random);
        var roster = new Roster(lane.db(), district.id());
        var story = new ArrayList<String>();
        sync(model);
        lane.eventSwitch().on(district.id(), "Faults");
        sync(model);
        var returned = new TreeSet<String>();
        var identities = new Identities(lane.db(), district.id());
        var faults = new ArrayList<PageFault>();
        for (int round = 0; round < 4; round++) {
            for (int change = random.nextInt(12); change >= 0; change--) {
                var kinds = MutationKind.values();
                var kind = kinds[random.nextInt(kinds.length)];
                var told = kind.apply(model, new Random(random.nextLong()));
                story.add(told);
                identities.changed(kind, told);
                if (kind == MutationKind.STUDENT_RETURNS) {
                    returned.add(told.replaceFirst(".* ", ""));
                }
            }
            if (random.nextInt(3) > 0) {
                faults.add(disturb(model, random));
                story.add("a page of events fails");
            }
            lane.follow(district.id());
            identities.look();
            story.add("looked");
            if (random.nextInt(4) == 0) {
                replay(district.id(), story);
            }
        }
        faults.forEach(fault -> fault.times(0));
        lane.follow(district.id());

        var left = model.facts().differences(roster.facts());

        assertThat(left)
                .as("seed %d:\n%s", seed, String.join("\n", story))
                .allMatch(difference -> isLeftToAFullRun(difference, returned));
        assertThat(runsThatEventsTook(district.id())).as("seed %d", seed).isPositive();
        sync(model);
        assertThat(model.facts().differences(roster.facts()))
                .as("seed %d", seed)
                .isEmpty();
        assertThat(identities.lost())
                .as("seed %d: a new Clever id took another row\n%s", seed, String.join("\n", story))
                .isEmpty();
        rekeys += identities.compared();
        assertThat(touchedByTheLastRun(district.id()))
                .as("seed %d: %s left by events\n%s", seed, left, String.join("\n", story))
                .isSubsetOf("enrollment", "teaching", "contact_student", "school", "term", "course");
    }

    /** Relations of somebody who came back, told by others; places that were deleted while they were still named. */
    private static boolean isLeftToAFullRun(String difference, TreeSet<String> returned) {
        return difference.matches("too much: (school|term|course) .*")
                || difference.matches("missing: (enrollment|contact_student) .*")
                        && returned.stream().anyMatch(difference::endsWith);
    }

    private static void sync(Model model) {
        var result = lane.districtSync().sync(model.district.id(), false, Progress.NONE);
        assertThat(result.outcome()).as(String.valueOf(result.reason())).isEqualTo(Outcome.DONE);
    }

    private static PageFault disturb(Model model, Random random) {
        var fault = lane.clever().onAnyPage("events").in(model.district);
        return switch (random.nextInt(4)) {
            case 0 -> fault.answer(503);
            case 1 -> fault.html();
            case 2 -> fault.times(9).answer(500);
            default -> fault.reset();
        };
    }

    /** The events of before come once more, as after a restored backup of our place. */
    private static void replay(String district, List<String> story) {
        var moved = lane.db().update("""
                update sync.connection target set
                  events_cursor = run.events_cursor,
                  events_overlap = run.events_overlap,
                  events_cursor_at = run.events_cursor_at
                from (
                  select distinct on (district_id) district_id, events_cursor, events_overlap, events_cursor_at
                  from sync.run
                  where events_read_at is not null and published_at is not null
                    and district_id = (select district_id from sync.connection where clever_id = ?)
                  order by district_id, run_id
                ) run
                where target.district_id = run.district_id and run.events_cursor is not null
                """, district);
        story.add("replayed " + moved);
        lane.follow(district);
    }

    private static long runsThatEventsTook(String district) {
        return lane.db().queryForList("""
                select 1 from sync.run join sync.connection using (district_id)
                where clever_id = ? and trigger = 'events' and state = 'DONE'
                """, district).size();
    }

    private static List<String> touchedByTheLastRun(String district) {
        return lane.db().queryForList("""
                select distinct entity from sync.journal
                where run_id = (select max(run_id) from sync.run join sync.connection using (district_id) where clever_id = ?)
                """, String.class, district);
    }
}
