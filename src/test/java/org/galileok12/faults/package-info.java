/** Random faults by seed: a generated district, mutations, faults at random moments, and what must hold whatever happens. */
@NullMarked
package org.galileok12.faults;

import org.jspecify.annotations.NullMarked;
