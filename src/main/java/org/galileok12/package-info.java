/** Starts the service and its commands. What they do lives in the packages below. */
@NullMarked
package org.galileok12;

import org.jspecify.annotations.NullMarked;
