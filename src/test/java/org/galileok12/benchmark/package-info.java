/**
 * Measures the service against a local Clever in a process of its own, and beside it the floor: what fetching and COPY alone
 * cost on the same machine in the same run. Run by hand ({@code mvn -Pbenchmark spring-boot:test-run}), never as a test.
 */
@NullMarked
package org.galileok12.benchmark;

import org.jspecify.annotations.NullMarked;
