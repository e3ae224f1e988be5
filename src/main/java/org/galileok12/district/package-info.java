/** What Clever says of a district as a whole, and which districts there are. Knows nothing of people. */
@NullMarked
package org.galileok12.district;

import org.jspecify.annotations.NullMarked;
