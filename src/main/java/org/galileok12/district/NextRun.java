package org.galileok12.district;

import java.time.Instant;
import java.time.ZoneId;

/**
 * When a district is synchronised next.
 *
 * @param zone that of its schedule
 */
public record NextRun(Instant at, ZoneId zone) {}
