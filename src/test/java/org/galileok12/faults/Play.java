package org.galileok12.faults;

import static org.galileok12.faults.Invariants.hold;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunResult;

/** Plays one schedule and holds every invariant after each of its runs; a violation tells the whole story and how to play it again. */
final class Play {

    private static final Instant FIRST_DAY = Instant.parse("2026-04-01T00:00:00Z");

    private final Lane lane;
    private final Schedule schedule;
    private final Model model;
    private final Roster roster;
    private final Invariants invariants;
    private final List<String> story = Collections.synchronizedList(new ArrayList<>());
    private final Set<FaultKind> happened = EnumSet.noneOf(FaultKind.class);
    private int days;
    private final List<String> tokens = Collections.synchronizedList(new ArrayList<>());

    Play(Lane lane, Witness witness, Schedule schedule) {
        this.lane = lane;
        this.schedule = schedule;
        lane.clever().reset();
        // A 429 is waited for until the window ends: shorter than Clever's minute.
        lane.clever().rateLimit(1200, Duration.ofSeconds(2));
        this.model = new Model(lane.clever().district("Faults " + schedule.seed()), new Random(schedule.seed()));
        this.roster = new Roster(lane.db(), model.district.id());
        this.invariants = new Invariants(lane.db(), witness, roster, model.district.id());
    }

    /** Out: the kinds of faults that really happened. */
    Set<FaultKind> play() {
        try {
            var number = 0;
            for (var round : schedule.rounds()) {
                story.add("round " + ++number);
                trial(round);
            }
            if (schedule.removal() != null) {
                removal(schedule.removal());
            }
            clean();
            return happened;
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "Seed %d: %s%n%s%nReplay: mvn -o test -Dtest=RandomFaultsTest -Dseed=%d"
                            .formatted(
                                    schedule.seed(),
                                    e.getMessage(),
                                    String.join("\n", List.copyOf(story)),
                                    schedule.seed()),
                    e);
        }
    }

    List<String> tokens() {
        return List.copyOf(tokens);
    }

    private void trial(Schedule.Round round) {
        for (var mutation : round.mutations()) {
            story.add("  " + mutation.kind().apply(model, mutation.random()));
        }
        nextDay();
        var trial = new Trial(lane, model, story, tokens);
        for (var edit : round.edits()) {
            trial.edit(edit.kind(), edit.salt());
        }
        try {
            round.faults().forEach(fault -> fault.kind().prepare(trial, fault.random()));
            invariants.begin();
            try (var reader = new Reader(roster)) {
                trial.run();
                reader.close();
                invariants.holdAfter(trial, reader.seen());
            }
        } finally {
            trial.calm();
            happened.addAll(trial.happened());
        }
    }

    /** Clever has read the SIS since, and says so unless it hides it. */
    private void nextDay() {
        if (!model.district.hides("last_sync")) {
            model.district.lastSync(FIRST_DAY.plus(++days, ChronoUnit.DAYS));
        }
    }

    /** Too many leave at once: all of them stay until a person approves, or until they are back. */
    private void removal(Schedule.Round round) {
        story.add("before the removal");
        converge();
        var removal = MassRemoval.of(model, new Random(schedule.seed()));
        story.add(removal.told());
        trial(round);
        invariants.nobodyHasBeenLetGo(removal.withdrawn());
        var result = clear();
        hold("I3'", "a person is asked", result.outcome() == Outcome.HELD);
        invariants.nobodyHasBeenLetGo(removal.withdrawn());
        hold("I1 of what is not held", model.facts().or(removal.withdrawn()).differences(roster.facts()));
        if (schedule.seed() % 2 == 0) {
            approve(result);
            happened.add(FaultKind.MASS_REMOVAL_APPROVED);
        } else {
            removal.takeBack(model);
            nextDay();
            story.add("taken back");
            happened.add(FaultKind.MASS_REMOVAL_TAKEN_BACK);
        }
    }

    private void approve(RunResult held) {
        var plan = held.report().path("guard").path("plan").asText();
        var result = lane.heldPlans().approve(held.runId(), plan, "Faults", Progress.NONE);
        story.add("approved → run %d %s: %s".formatted(result.runId(), result.outcome(), result.reason()));
        hold("I1", "what was approved is applied", result.outcome() == Outcome.DONE);
        hold("I1 after an approval", model.facts().differences(roster.facts()));
    }

    /** A run without faults; many small departures may have added up to what a person must approve. */
    private void converge() {
        var result = clear();
        if (result.outcome() == Outcome.HELD) {
            approve(result);
        } else {
            hold("I1", "the clean run is DONE", result.outcome() == Outcome.DONE);
        }
        hold("I1 convergence", model.facts().differences(roster.facts()));
        invariants.holdAtTheEnd();
    }

    private RunResult clear() {
        var trial = new Trial(lane, model, story, tokens);
        trial.ageRun();
        trial.run();
        hold("I7", "a clean start runs", trial.results().size() == 1);
        return trial.results().get(0);
    }

    /** No fault any more: the first run makes the roster what Clever lists, the second has nothing to do. */
    private void clean() {
        story.add("clean run");
        converge();
        story.add("second clean run");
        var before = roster.fingerprint();
        var entries = invariants.journalEntries();
        var second = new Trial(lane, model, story, tokens);
        second.run();
        hold("I2", "the second clean run is DONE", second.results().get(0).outcome() == Outcome.DONE);
        hold("I2", "the second clean run writes no row", before.equals(roster.fingerprint()));
        hold("I2", "the second clean run writes no journal", entries == invariants.journalEntries());
        invariants.holdAtTheEnd();
    }
}
