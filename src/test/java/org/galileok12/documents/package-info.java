/** Holds the documents to what they describe, and writes the parts of them that can be written by a machine. */
@NullMarked
package org.galileok12.documents;

import org.jspecify.annotations.NullMarked;
