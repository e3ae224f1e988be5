/**
 * What changes in a district's roster: stage a page, prove the stage complete, and judge what the database answers. The
 * statements themselves lie in {@code routes/sql}. Knows nothing of HTTP and of how runs begin and end.
 */
@NullMarked
package org.galileok12.roster;

import org.jspecify.annotations.NullMarked;
