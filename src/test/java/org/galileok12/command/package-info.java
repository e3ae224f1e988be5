/** Runs the command line inside the test and reads what it prints and returns. */
@NullMarked
package org.galileok12.command;

import org.jspecify.annotations.NullMarked;
