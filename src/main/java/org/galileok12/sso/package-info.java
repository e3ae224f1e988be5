/**
 * Signing in from Clever: the protocol, who is admitted, the session, and the hand-off to the product. Who is rostered is the
 * roster's to say; nothing here writes to it.
 */
@NullMarked
package org.galileok12.sso;

import org.jspecify.annotations.NullMarked;
