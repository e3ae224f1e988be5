package org.galileok12.simulator;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Something that goes wrong once, unless {@link #times} or {@link #always} says otherwise. Its use is thread safe. */
abstract class Fault<F extends Fault<F>> {

    private final AtomicInteger left = new AtomicInteger(1);

    public F times(int requests) {
        left.set(requests);
        return self();
    }

    public F always() {
        return times(Integer.MAX_VALUE);
    }

    abstract F self();

    boolean take() {
        return left.getAndUpdate(n -> n > 0 && n < Integer.MAX_VALUE ? n - 1 : n) > 0;
    }

    /** The first that is not used up; it is used up by one. */
    static <F extends Fault<F>> @Nullable F first(List<F> faults) {
        for (F fault : faults) {
            if (fault.take()) {
                return fault;
            }
        }
        return null;
    }
}
