package org.galileok12.simulator;

import org.jspecify.annotations.Nullable;

/** A page as it goes over the wire, and the id that its {@code next} link continues after; null on the last page. */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes are shared on purpose
record RenderedPage(byte[] bytes, int records, @Nullable String nextAfter) {}
