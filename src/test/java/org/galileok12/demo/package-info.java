/** The runnable demo: the production service over an embedded PostgreSQL and the local Clever. */
@NullMarked
package org.galileok12.demo;

import org.jspecify.annotations.NullMarked;
