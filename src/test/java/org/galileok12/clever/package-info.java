/** Clever's faults, over real sockets: what the routes and beans of the same package make of each. */
@NullMarked
package org.galileok12.clever;

import org.jspecify.annotations.NullMarked;
