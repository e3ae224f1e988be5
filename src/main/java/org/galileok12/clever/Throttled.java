package org.galileok12.clever;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Clever answered 429. Leaves this package only when the longest permitted wait ({@code clever.max-wait}) is used up, or when the
 * exchange says by variable {@code mayPark} that it need not wait for longer than {@code clever.park-after}.
 */
public final class Throttled extends CleverException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration asked;

    Throttled(String message, @Nullable Duration asked) {
        super(message, null);
        this.asked = asked;
    }

    /** How long Clever wants us to wait, or null when it did not say. */
    public @Nullable Duration asked() {
        return asked;
    }

    @Override
    public ErrorClass errorClass() {
        return ErrorClass.THROTTLED;
    }
}
