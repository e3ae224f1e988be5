package org.galileok12.sso;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whom Clever vouches for: all that is believed of its answer.
 *
 * @param cleverId Clever's id of the person (v3), 24 hexadecimal digits
 * @param district Clever's id of the district
 * @param created when Clever made the person, where it said so; only words a refusal
 */
public record Identity(
        String cleverId, String district, @Nullable Instant created) {}
