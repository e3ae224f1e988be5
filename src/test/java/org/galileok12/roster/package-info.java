/** What a sync means, seen from outside: the local Clever on one side, a real PostgreSQL on the other, real routes between. */
@NullMarked
package org.galileok12.roster;

import org.jspecify.annotations.NullMarked;
