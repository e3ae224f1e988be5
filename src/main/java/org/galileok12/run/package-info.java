/** The life of one run: begin, walk, publish, report. Says how a run ended; what changed is roster's. */
@NullMarked
package org.galileok12.run;

import org.jspecify.annotations.NullMarked;
