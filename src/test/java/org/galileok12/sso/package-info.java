/** Signing in, against the whole service where it takes one: protocol, admission, hand-off and pages. */
@NullMarked
package org.galileok12.sso;

import org.jspecify.annotations.NullMarked;
