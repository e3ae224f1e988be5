package org.galileok12.run;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log in one line, and the meters by a count, how each run ended; never a word about a person, never a stack
 * trace, which could quote a row. Safe to share.
 */
final class RunLog {

    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private final MeterRegistry meters;

    RunLog(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A failed run has been told by {@link #failed}, even if the database could not note its end. */
    void ended(Run run) {
        if (run.outcome() == Outcome.FAILED) {
            return;
        }
        count(run, run.outcome().name(), "none");
        LOG.info(
                "Run {} of district {} ended {}{}: {}",
                run.getRunId(),
                run.getDistrict(),
                run.outcome(),
                run.report().path("dryRun").asBoolean() ? ", dry run" : "",
                run.outcome() == Outcome.SKIPPED ? run.reason() : counts(run));
    }

    void failed(Run run) {
        count(run, Outcome.FAILED.name(), String.valueOf(run.errorClass()));
        LOG.warn(
                "Run {} of district {} FAILED ({}): {}",
                run.getRunId(),
                run.getDistrict(),
                run.errorClass(),
                run.reason());
    }

    /** Another node goes on with it and will tell its end. */
    void lost(Run run) {
        count(run, "LOST", "none");
        LOG.warn("Run {} of district {} was taken over by another node.", run.getRunId(), run.getDistrict());
    }

    void released(Run run) {
        count(run, "RELEASED", "none");
        LOG.info(
                "Run {} of district {} was let go of, for another node to go on: this one is stopping.",
                run.getRunId(),
                run.getDistrict());
    }

    void parked(Run run, Instant until) {
        count("PARKED", "none");
        LOG.info(
                "Run {} of district {} was parked until {}, as Clever asked; then any node goes on with it.",
                run.getRunId(),
                run.getDistrict(),
                until);
    }

    void goesOn(Run run) {
        LOG.info(
                "Run {} of district {} was silent and goes on at this node, claimed for the {}. time.",
                run.getRunId(),
                run.getDistrict(),
                run.claims());
    }

    /** Why a run did not begin: a fault, or another run of the district, which the schedule expects after a node's death. */
    enum Why {
        FAULT,
        REFUSED,
        ACTIVE_ELSEWHERE
    }

    void neverBegan(String district, String errorClass, String sentence, Why why) {
        switch (why) {
            case FAULT -> {
                count(Outcome.FAILED.name(), errorClass);
                LOG.warn("District {} was not synchronised ({}): {}", district, errorClass, sentence);
            }
            case REFUSED -> {
                count("REFUSED", "none");
                LOG.warn("District {} was not synchronised: {}", district, sentence);
            }
            case ACTIVE_ELSEWHERE -> {
                count("REFUSED", "none");
                LOG.info("District {} was not synchronised: {}", district, sentence);
            }
        }
    }

    /** A district that has left is skipped night after night: nothing that anybody must look at. */
    void forgotten(String sentence) {
        count(Outcome.SKIPPED.name(), "none");
        LOG.info("Skipped: {}", sentence);
    }

    /** Apart, so that a day of events does not hide a night without a full run. */
    private void count(Run run, String outcome, String errorClass) {
        if (run.followsEvents()) {
            meters.counter("galileo.events.runs", "outcome", outcome, "class", errorClass)
                    .increment();
        } else {
            count(outcome, errorClass);
        }
    }

    private void count(String outcome, String errorClass) {
        meters.counter("galileo.runs", "outcome", outcome, "class", errorClass).increment();
    }

    private static String counts(Run run) {
        var report = run.report();
        var total = report.path("entities").path("total");
        return String.format(
                Locale.ENGLISH,
                "%d records read in %.1f s; rows: %d created, %d updated, %d reactivated, %d deactivated, %d unchanged.%s%s",
                report.path("records").asLong(),
                report.path("durationMillis").asLong() / 1000.0,
                total.path("created").asLong(),
                total.path("updated").asLong(),
                total.path("reactivated").asLong(),
                total.path("deactivated").asLong(),
                total.path("unchanged").asLong(),
                run.claims() == 0 ? "" : " Claimed by other nodes: " + run.claims() + ".",
                run.reason() == null ? "" : " " + run.reason());
    }
}
