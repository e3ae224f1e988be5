/**
 * Everything that talks to Clever: calls, waits, paging, tokens, and what a bad answer means. Knows nothing of our
 * roster, of SQL or of rules; the flow itself is in {@code routes/clever-*.camel.yaml}.
 */
@NullMarked
package org.galileok12.clever;

import org.jspecify.annotations.NullMarked;
