/** The runnable demo: the production service over an embedded PostgreSQL, the local Clever and a stand-in for the product. */
@NullMarked
package org.galileok12.demo;

import org.jspecify.annotations.NullMarked;
