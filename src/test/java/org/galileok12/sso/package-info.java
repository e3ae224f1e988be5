/** Tests of signing in: who is admitted, the protocol, sessions and the hand-off. */
@NullMarked
package org.galileok12.sso;

import org.jspecify.annotations.NullMarked;
