package org.galileok12.run;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * How one run of one district ended, with its report as it is stored in {@code sync.run}.
 *
 * @param district Clever's district id
 * @param runId key of the run, 0 when the run could not be recorded
 * @param reason one sentence for every outcome but {@code DONE}; no student data in it
 * @param report a JSON object; it never holds student data
 */
public record RunResult(
        String district,
        long runId,
        Outcome outcome,
        @Nullable String reason,
        JsonNode report) {}
