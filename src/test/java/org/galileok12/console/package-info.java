/** The operator's API over real HTTP. */
@NullMarked
package org.galileok12.console;

import org.jspecify.annotations.NullMarked;
