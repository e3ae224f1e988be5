/** What Clever says of a district as a whole, which districts there are, how they are taken on and when each is synchronised. Knows nothing of people. */
@NullMarked
package org.galileok12.district;

import org.jspecify.annotations.NullMarked;
