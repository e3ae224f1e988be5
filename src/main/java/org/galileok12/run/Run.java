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
    private boolean published;
    private Outcome outcome = Outcome.DONE;
    private @Nullable String errorClass;
    private @Nullable String reason;

    Run(String district, int districtId, long runId, long epoch, Instant startedAt) {
        this.district = district;
        this.districtId = districtId;
        this.runId = runId;
        this.epoch = epoch;
        this.startedAt = startedAt;
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

    boolean published() {
        return published;
    }

    void publish() {
        published = true;
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
