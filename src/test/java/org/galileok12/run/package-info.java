/** Steps of runs that need no database. */
@NullMarked
package org.galileok12.run;

import org.jspecify.annotations.NullMarked;
