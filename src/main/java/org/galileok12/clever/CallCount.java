package org.galileok12.clever;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/** Counts every attempt once, for the run's report ({@link Traffic}) and as metric {@code galileo.clever.calls}. */
final class CallCount {

    private final MeterRegistry meters;

    CallCount(MeterRegistry meters) {
        this.meters = meters;
    }

    void succeeded(@Nullable Traffic traffic) {
        count("ok", traffic);
    }

    void failed(CleverException failure, @Nullable Traffic traffic) {
        count(
                switch (failure.errorClass()) {
                    case THROTTLED -> "throttled";
                    case TRANSIENT -> "transient";
                    case AUTH -> "auth";
                    default -> "contract";
                },
                traffic);
    }

    private void count(String outcome, @Nullable Traffic traffic) {
        meters.counter("galileo.clever.calls", "outcome", outcome).increment();
        if (traffic != null) {
            traffic.requests().increment();
        }
    }
}
