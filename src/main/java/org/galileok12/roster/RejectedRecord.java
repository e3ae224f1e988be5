package org.galileok12.roster;

import org.jspecify.annotations.Nullable;

/** A record that goes to quarantine: which, why and where; never its content. */
record RejectedRecord(@Nullable String cleverId, String rule, String pointer) {}
