/** Plants mistakes in what an engineer edits and reads what is said about them. */
@NullMarked
package org.galileok12.check;

import org.jspecify.annotations.NullMarked;
