/**
 * A local Clever: the lists, the tokens and the sign-in of Clever over data made here, with faults on demand.
 *
 * <p>Knows nothing of galileo-clever itself; tests, the demo and the benchmark point the service at it. No real person's
 * data belongs here.
 */
@NullMarked
package org.galileok12.simulator;

import org.jspecify.annotations.NullMarked;
