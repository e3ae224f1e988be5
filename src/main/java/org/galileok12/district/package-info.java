/** What Clever says of a district as a whole, which districts there are, and how they are taken on. Knows nothing of people. */
@NullMarked
package org.galileok12.district;

import org.jspecify.annotations.NullMarked;
