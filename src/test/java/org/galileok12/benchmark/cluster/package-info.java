/**
 * Several nodes in JVMs of their own share districts that are all due at once, and one of them is killed on the way. Run by hand
 * ({@code mvn -Pcluster-demo spring-boot:test-run}); a test keeps it running small.
 */
@NullMarked
package org.galileok12.benchmark.cluster;

import org.jspecify.annotations.NullMarked;
