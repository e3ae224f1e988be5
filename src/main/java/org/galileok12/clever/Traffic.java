package org.galileok12.clever;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the calls of one run, for its report. Put it into the exchange variable {@code traffic}; parallel branches
 * share it. Safe for concurrent use.
 *
 * @param requests attempts made, retries included
 * @param retries attempts that followed a failed one
 * @param waits pauses made because Clever's rate limit asked for them
 * @param waitedMillis length of these pauses, in milliseconds
 * @param bytes size of the accepted answers, decompressed
 */
public record Traffic(LongAdder requests, LongAdder retries, LongAdder waits, LongAdder waitedMillis, LongAdder bytes) {

    public Traffic() {
        this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
    }

    void waited(long millis) {
        waits.increment();
        waitedMillis.add(millis);
    }
}
