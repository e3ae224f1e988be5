package org.galileok12.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.galileok12.clever.Traffic;
import org.jspecify.annotations.Nullable;

/**
 * One run while it is under way on this node: its fence, its counters and its report so far. Written by the thread of the
 * run; the heartbeat reads only what never changes.
 */
public final class Run {

    private final String district;
    private final int districtId;
    private final long runId;
    private final long epoch;
    private final Instant startedAt;
    private final Traffic traffic = new Traffic();
    private final ObjectNode report = JsonNodeFactory.instance.objectNode();
    private final int claims;
    private long pagesKept;
    private boolean followsEvents;
    private boolean published;
    private boolean lost;
    private @Nullable Throwable failure;
    private Outcome outcome = Outcome.DONE;
    private @Nullable String errorClass;
    private @Nullable String reason;

    Run(String district, int districtId, long runId, long epoch, Instant startedAt, int claims) {
        this.district = district;
        this.districtId = districtId;
        this.runId = runId;
        this.epoch = epoch;
        this.startedAt = startedAt;
        this.claims = claims;
    }

    public String getDistrict() {
        return district;
    }

    public int getDistrictId() {
        return districtId;
    }

    public long getRunId() {
        return runId;
    }

    public long getEpoch() {
        return epoch;
    }

    public Traffic getTraffic() {
        return traffic;
    }

    Instant startedAt() {
        return startedAt;
    }

    ObjectNode report() {
        return report;
    }

    /** Whether it applies Clever's events, and is no full run. */
    boolean followsEvents() {
        return followsEvents;
    }

    void followEvents() {
        followsEvents = true;
    }

    boolean published() {
        return published;
    }

    void publish() {
        published = true;
    }

    /** How often another node had to take the run over. */
    int claims() {
        return claims;
    }

    /** Pages that an earlier node had staged and that were not requested again. */
    long pagesKept() {
        return pagesKept;
    }

    void keepPages(long pages) {
        pagesKept = pages;
    }

    /** Reports how long its beginning waited for Clever to sync the district, and whether that was in vain. */
    void waited(int seconds, boolean inVain) {
        report.putObject("freshness").put("waitedSeconds", seconds).put("inVain", inVain);
    }

    /** Another node has the run: nothing that happens here matters to it any more. */
    boolean lost() {
        return lost;
    }

    void lose() {
        lost = true;
    }

    @Nullable Throwable failure() {
        return failure;
    }

    void interrupted(@Nullable Throwable by) {
        failure = by;
    }

    /** Takes over what an earlier node kept before it published, and did not live to finish. */
    void restore(ObjectNode kept) {
        published = true;
        report.setAll(kept);
        outcome = Outcome.valueOf(report.path("outcome").asText(Outcome.DONE.name()));
        reason = report.path("reason").textValue();
    }

    RunResult result() {
        return new RunResult(district, runId, outcome, reason, report);
    }

    Outcome outcome() {
        return outcome;
    }

    @Nullable String errorClass() {
        return errorClass;
    }

    @Nullable String reason() {
        return reason;
    }

    void ends(Outcome how, @Nullable String because) {
        outcome = how;
        reason = because;
    }

    void fails(String errorClassOfIt, String because) {
        ends(Outcome.FAILED, because);
        errorClass = errorClassOfIt;
    }
}
