package org.galileok12.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.galileok12.run.Outcome;
import org.springframework.jdbc.core.JdbcTemplate;

/** What holds after every run of a district, whatever has happened to it. Violations name ids and fields, no values. */
final class Invariants {

    /** A page that is refused is asked for once more with a new token, and 429 does not count as a try. */
    private static final int EXTRA_CALLS = 3;

    private final JdbcTemplate db;
    private final Witness witness;
    private final Roster roster;
    private final String district;
    private Facts factsBefore = new Facts(Map.of());
    private String before = "";
    private String manual = "";
    private String began = "";

    Invariants(JdbcTemplate db, Witness witness, Roster roster, String district) {
        this.db = db;
        this.witness = witness;
        this.roster = roster;
        this.district = district;
    }

    /** Remembers how things are before a run. */
    void begin() {
        factsBefore = roster.facts();
        before = roster.fingerprint();
        manual = roster.manual();
        began = Objects.requireNonNull(db.queryForObject("select clock_timestamp()::text", String.class));
    }

    void holdAfter(Trial trial, List<String> seen) {
        var publications = one("""
                select count(*) from sync.run join sync.connection using (district_id)
                where clever_id = ? and published_at >= '%s'""".formatted(began));
        nothingGoneTooEarly(trial, publications);
        nothingHalf(seen, publications);
        whatIsDoneIsRight(trial);
        singleWriter();
        boundedWork(trial);
        hold("I9", "rows that people made are as they were", manual.equals(roster.manual()));
    }

    /** After a clean run. */
    void holdAtTheEnd() {
        singleWriter();
        hold("I7", "no run is left RUNNING, and no fence taken", one("""
                select count(*) from sync.connection c where clever_id = ? and (epoch <> 0 or exists (
                  select from sync.run r where r.district_id = c.district_id and state = 'RUNNING'))""") == 0);
    }

    long journalEntries() {
        return one("select count(*) from sync.journal join sync.connection using (district_id) where clever_id = ?");
    }

    /** I3: what was active and is not any more was not at Clever at some moment of the run. */
    private void nothingGoneTooEarly(Trial trial, long publications) {
        var gone = new TreeSet<>(factsBefore.names());
        gone.removeAll(roster.facts().names());
        trial.versions()
                .forEach(version -> gone.removeIf(fact -> !version.names().contains(fact)));
        hold("I3 deactivated although Clever has it", gone.stream().limit(8).toList());
        if (publications == 0) {
            hold("I3", "a run that published nothing has changed nothing", before.equals(roster.fingerprint()));
        }
    }

    /** I3': until a person has decided, what went in masses is still there; and what else Clever lists is. */
    void nobodyHasBeenLetGo(Facts withdrawn) {
        hold("I3' deactivated without anybody's word", withdrawn.missing(roster.facts()));
    }

    /** I4: whoever read meanwhile saw the old roster or a new one, and never an old one after a new one. */
    private void nothingHalf(List<String> seen, long publications) {
        var after = roster.fingerprint();
        hold(
                "I4",
                "readers saw %d states, %d publications".formatted(seen.size(), publications),
                seen.size() <= publications + 1);
        hold("I4", "a reader saw a state twice", seen.size() == new TreeSet<>(seen).size());
        if (publications <= 1) {
            hold(
                    "I4",
                    "a reader saw neither the old roster nor the new one",
                    seen.stream().allMatch(state -> state.equals(before) || state.equals(after)));
        }
    }

    /** A run that says DONE about a district that held still, and of which all could be read, has made the roster equal to it. */
    private void whatIsDoneIsRight(Trial trial) {
        var isDone = trial.results().stream().anyMatch(result -> result.outcome() == Outcome.DONE);
        var mayDiffer =
                trial.happened().contains(FaultKind.DRY_RUN) || trial.happened().contains(FaultKind.RECORD_UNREADABLE);
        if (isDone && trial.versions().size() == 1 && !mayDiffer) {
            hold("I1 after a run that is DONE", trial.versions().get(0).differences(roster.facts()));
        }
    }

    /** I5: epochs only grow, and nobody wrote with an epoch that was not the district's any more. */
    private void singleWriter() {
        hold("I5", "epochs only grow", one("""
                select count(*) from (
                  select r.epoch <= lag(r.epoch) over (order by run_id) as shrinks
                  from sync.run r join sync.connection c using (district_id) where clever_id = ?) each where shrinks""") == 0);
        hold("I5 written by a stale run", witness.of(district));
        hold("I5", "every journal entry is of a published run", one("""
                select count(*) from sync.journal j join sync.connection c using (district_id)
                join sync.run r using (district_id, run_id) where clever_id = ? and r.published_at is null""") == 0);
    }

    /** I6: each page is asked for at most once a walk, plus the tries that its failures are worth. */
    private void boundedWork(Trial trial) {
        var calls = new HashMap<String, Integer>();
        trial.lane().requests().forEach(request -> calls.merge(request, 1, Integer::sum));
        var runs = 1 + one("""
                select coalesce(sum(1 + claims), 0) from sync.run join sync.connection using (district_id)
                where clever_id = ? and coalesce(finished_at, now()) >= '%s'""".formatted(began));
        // Three walks, and one more reading of ids.
        var most = runs * 4 * (1 + Lane.RETRIES) + EXTRA_CALLS;
        hold(
                "I6 asked for more than " + most + " times",
                calls.entrySet().stream()
                        .filter(call -> call.getValue() > most)
                        .map(call -> call.getKey() + ": " + call.getValue())
                        .toList());
    }

    static void hold(String invariant, List<String> violations) {
        if (!violations.isEmpty()) {
            throw new AssertionError(invariant + ": " + String.join("; ", violations));
        }
    }

    static void hold(String invariant, String sentence, boolean holds) {
        if (!holds) {
            throw new AssertionError(invariant + " is violated: " + sentence);
        }
    }

    private long one(String sql) {
        return Objects.requireNonNull(db.queryForObject(sql, Long.class, district));
    }
}
