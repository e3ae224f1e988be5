/** Tests of the rules, against the very files in {@code routes/rules} that are delivered. */
@NullMarked
package org.galileok12.rules;

import org.jspecify.annotations.NullMarked;
